import { Injectable } from '@nestjs/common';
import type { Conversation, NewConversation, Site } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { VisitorPrincipal } from '../auth/principal.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { MessageQueue } from '../messages/message-queue.js';
import { Log, type LogTransaction } from '../realtime/log.js';
import { addMember, isMember } from '../realtime/room-members.js';
import { refuseBanned } from '../rooms/room-bans.js';
import { SitesService } from '../sites/sites.service.js';
import { checkPresent } from '../visitors/presence.js';
import { type ConversationRow, toVisitorConversation } from './conversation.mapper.js';
import { findConversation } from './conversation-access.js';
import { conversationEntry } from './conversation-entry.js';
import { ConversationsService } from './conversations.service.js';

type Room = Site['rooms'][number];

/** Rooms: conversations that a site's visitors share. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly sites: SitesService,
    private readonly conversations: ConversationsService,
    private readonly queue: MessageQueue,
  ) {}

  /**
   * Makes the visitor a member and says its message, each once. Throws `not_found` when the site has no such room, `banned`
   * when the visitor may not come back.
   */
  async join(
    visitor: VisitorPrincipal,
    key: string,
    draft: NewConversation,
  ): Promise<{ conversation: Conversation; created: boolean }> {
    const site = await this.sites.get(visitor.site);
    const room = site.rooms.find((candidate) => candidate.key === key);
    if (!room) throw new ProblemError('not_found', 'The site has no such room');
    const joined = await this.onceMore(() => this.log.write((transaction) => this.enter(transaction, visitor, room)));
    const { message } = draft;
    if (message) await this.queue.submit({ principal: visitor, conversationId: joined.row.id, draft: message });
    const row = await findConversation(this.dataSource, joined.row.id);
    return { conversation: await this.conversations.presentOne(visitor, row ?? joined.row), created: joined.created };
  }

  private async enter(
    transaction: LogTransaction,
    visitor: VisitorPrincipal,
    room: Room,
  ): Promise<{ row: ConversationRow; created: boolean }> {
    const { manager } = transaction;
    const row = await this.conversationOf(transaction, visitor.site, room);
    await refuseBanned(manager, row.id, visitor.id);
    if (await isMember(manager, row.id, visitor.id)) return { row, created: false };
    // The new member's row refers to both: they are locked here, before the counter of the log is.
    await sql(manager, 'SELECT 1 FROM "conversations" WHERE "id" = $1 FOR KEY SHARE', [row.id]);
    await checkPresent(manager, visitor, true);
    const joinedAt = new Date();
    transaction.append(
      {
        type: 'conversation.created',
        at: joinedAt,
        scope: 'self',
        conversationId: row.id,
        visitorId: visitor.id,
        data: toVisitorConversation(row, { unread: 0 }),
      },
      (since) => addMember(manager, { conversationId: row.id, visitorId: visitor.id, since, joinedAt }),
    );
    return { row, created: true };
  }

  /** The room's conversation, which comes into being with its first member. */
  private async conversationOf(
    { manager, append }: LogTransaction,
    site: string,
    room: Room,
  ): Promise<ConversationRow> {
    const existing = await findRoom(manager, site, room.key);
    if (existing) return existing;
    const id = uuidv7();
    await sql(
      manager,
      `INSERT INTO "conversations" ("id", "site", "kind", "room", "subject", "status", "active_at", "created_at", "updated_at")
       VALUES ($1, $2, 'room', $3, $4, 'open', $5, $5, $5)`,
      [id, site, room.key, room.name, new Date()],
    );
    const row = (await findConversation(manager, id)) as ConversationRow;
    append({ ...(await conversationEntry(manager, 'conversation.created', row)), scope: 'agents' });
    return row;
  }

  /** Two that create the same room, or join it twice, at once: the one who came second finds it done. */
  private async onceMore<Result>(attempt: () => Promise<Result>): Promise<Result> {
    try {
      return await attempt();
    } catch (error) {
      if (isUniqueViolation(error)) return attempt();
      throw error;
    }
  }
}

/** Held until the commit, so that a ban comes before the joining or after it, and never between its steps. */
async function findRoom(manager: EntityManager, site: string, key: string): Promise<ConversationRow | undefined> {
  const [found] = await sql<{ id: string }>(
    manager,
    `SELECT "id" FROM "conversations" WHERE "kind" = 'room' AND "site" = $1 AND "room" = $2 FOR KEY SHARE`,
    [site, key],
  );
  return found && findConversation(manager, found.id);
}
