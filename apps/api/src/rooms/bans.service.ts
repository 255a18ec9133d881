import { Injectable } from '@nestjs/common';
import type { Author, Ban, BanPage, ParsedBody, ParsedQuery } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDeed } from '../audit/record.js';
import type { AgentPrincipal } from '../auth/principal.js';
import type { ConversationRow } from '../conversations/conversation.mapper.js';
import { DEFAULT_PAGE, toPage } from '../database/page.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { deleteMessages } from '../messages/message-deletion.js';
import { Log } from '../realtime/log.js';
import { removeMember } from '../realtime/room-members.js';
import { visitorName } from '../visitors/visitor-name.js';
import { tellMembership } from './membership.js';
import { reachRoom } from './room-access.js';
import { BAN_COLUMNS, BAN_TABLES, type BanRow, findBan, toBan } from './room-bans.js';

const MINUTE_MS = 60_000;

/** Who may no longer take part in a room. */
@Injectable()
export class BansService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  /** Throws `not_found`, or `refused` for a conversation that is no room. */
  async list(
    agent: AgentPrincipal,
    roomId: string,
    { limit = DEFAULT_PAGE, after }: ParsedQuery<'listBans'>,
  ): Promise<BanPage> {
    await reachRoom(this.dataSource, agent, roomId);
    const rows = await sql<BanRow>(
      this.dataSource,
      `SELECT ${BAN_COLUMNS} FROM ${BAN_TABLES} WHERE b."conversation_id" = $1
         AND ($2::uuid IS NULL OR b."visitor_id" < $2) ORDER BY b."visitor_id" DESC LIMIT $3`,
      [roomId, after ?? null, limit + 1],
    );
    return toPage(rows, limit, (row) => row.visitor_id, toBan);
  }

  /**
   * Bans a visitor of the room's site, member or not, and with `deleteMinutes` deletes what it said lately, in one
   * transaction. Throws `not_found`, `refused`.
   */
  put(agent: AgentPrincipal, roomId: string, id: string, body: ParsedBody<'putBan'>): Promise<Ban> {
    return this.log.write(async (transaction) => {
      const { manager } = transaction;
      const room = await reachRoom(manager, agent, roomId, true);
      const visitor = await findVisitor(manager, room.site, id);
      const before = await findBan(manager, roomId, visitor.id);
      const at = new Date();
      await sql(
        manager,
        `INSERT INTO "room_bans" ("conversation_id", "visitor_id", "agent_id", "reason", "created_at")
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ("conversation_id", "visitor_id")
         DO UPDATE SET "agent_id" = excluded."agent_id", "reason" = excluded."reason"`,
        [roomId, visitor.id, agent.id, body.reason ?? null, at],
      );
      await removeMember(manager, roomId, visitor.id);
      const ban = toBan((await findBan(manager, roomId, visitor.id)) as BanRow);
      // First of all, so that the visitor hears nothing of the room after it.
      if (!before || before.reason !== (ban.reason ?? null)) {
        tellMembership(transaction, { conversationId: roomId, visitor, state: 'banned' }, ban);
      }
      if (body.deleteMinutes !== undefined) {
        const since = new Date(at.getTime() - body.deleteMinutes * MINUTE_MS);
        await deleteMessages(transaction, room, {
          condition: '"author_id" = $2 AND "created_at" >= $3',
          values: [visitor.id, since],
        });
      }
      if (!before || before.reason !== (ban.reason ?? null)) {
        await recordDeed(manager, agent, {
          action: 'visitor.banned',
          target: visitor,
          changes: {
            room: { to: nameOf(room) },
            ...(ban.reason !== undefined && { reason: { to: ban.reason } }),
          },
        });
      }
      return ban;
    });
  }

  /** Lifts a ban, if there is one. Throws `not_found`, `refused`. */
  delete(agent: AgentPrincipal, roomId: string, id: string): Promise<void> {
    return this.log.write(async (transaction) => {
      const { manager } = transaction;
      const room = await reachRoom(manager, agent, roomId, true);
      const visitor = await findVisitor(manager, room.site, id);
      const lifted = await sql(
        manager,
        'DELETE FROM "room_bans" WHERE "conversation_id" = $1 AND "visitor_id" = $2 RETURNING "visitor_id"',
        [roomId, visitor.id],
      );
      if (lifted.length === 0) return;
      tellMembership(transaction, { conversationId: roomId, visitor, state: 'left' });
      await recordDeed(manager, agent, {
        action: 'visitor.unbanned',
        target: visitor,
        changes: { room: { to: nameOf(room) } },
      });
    });
  }
}

const nameOf = ({ subject, room }: ConversationRow) => subject ?? room;

/** The visitor, or the person that it was merged into (ID3). */
async function findVisitor(manager: EntityManager, site: string, id: string): Promise<Author> {
  const [row] = await sql<{ id: string; name: string | null }>(
    manager,
    `SELECT p."id", p."name" FROM "visitors" v JOIN "visitors" p ON p."id" = coalesce(v."merged_into", v."id")
     WHERE v."id" = $1 AND p."site" = $2 AND p."erased_at" IS NULL`,
    [id, site],
  );
  if (!row) throw new ProblemError('not_found', 'The site of the room has no such visitor');
  return { kind: 'visitor', id: row.id, name: visitorName(row) };
}
