import { Injectable } from '@nestjs/common';
import { recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { findConversation } from '../conversations/conversation-access.js';
import { conversationEntry } from '../conversations/conversation-entry.js';
import { sql } from '../database/sql.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { lockSite, SitesService } from './sites.service.js';

/** Conversations closed in one transaction: each is told of. */
const BATCH = 50;

/**
 * Closes a site for good. Nobody new comes from the moment of its commit; who is there is signed out with it. What was said
 * stays, for agents: to erase people is another decision, and theirs.
 */
@Injectable()
export class SiteClosing {
  constructor(
    private readonly log: Log,
    private readonly sites: SitesService,
  ) {}

  /** Throws `not_found`. */
  async close(admin: Pick<Principal, 'kind' | 'id' | 'name'>, key: string): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      const { name } = await lockSite(manager, key);
      await sql(manager, 'UPDATE "sites" SET "deleted_at" = $2, "version" = "version" + 1 WHERE "key" = $1', [
        key,
        new Date(),
      ]);
      const ended = await sql<{ id: string }>(
        manager,
        `DELETE FROM "visitor_tokens" t USING "visitors" v WHERE t."visitor_id" = v."id" AND v."site" = $1 RETURNING t."id"`,
        [key],
      );
      for (const { id } of ended) {
        append({ type: 'access.revoked', at: new Date(), scope: 'internal', data: { credentialId: id } });
      }
      await recordDeed(manager, admin, { action: 'site.deleted', target: { id: key, name } });
      append(workspaceEntry('sites', key));
    });
    this.sites.forget();
    while (await this.closeSome(key));
  }

  /** Answers whether there may be more. */
  private async closeSome(site: string): Promise<boolean> {
    return this.log.write(async ({ manager, append }) => {
      const closed = await sql<{ id: string }>(
        manager,
        `WITH batch AS (
           SELECT "id" FROM "conversations" WHERE "site" = $1 AND "kind" = 'support' AND "status" <> 'closed'
           ORDER BY "id" LIMIT ${BATCH} FOR UPDATE
         )
         UPDATE "conversations" c SET "status" = 'closed', "snoozed_until" = NULL, "waiting_since" = NULL, "updated_at" = $2
         FROM batch WHERE c."id" = batch."id" RETURNING c."id"`,
        [site, new Date()],
      );
      for (const { id } of closed) {
        const row = await findConversation(manager, id);
        if (row) append(await conversationEntry(manager, 'conversation.updated', row));
      }
      return closed.length === BATCH;
    });
  }
}
