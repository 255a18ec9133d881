import { Injectable } from '@nestjs/common';
import type { Member, MemberPage, ParsedQuery } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import type { Principal, VisitorPrincipal } from '../auth/principal.js';
import { DEFAULT_PAGE } from '../database/page.js';
import { sql } from '../database/sql.js';
import { Log } from '../realtime/log.js';
import { OnlineAgents } from '../realtime/online-agents.js';
import { CONNECTED_VISITORS } from '../realtime/online-visitors.js';
import { removeMember } from '../realtime/room-members.js';
import { visitorName } from '../visitors/visitor-name.js';
import { tellMembership } from './membership.js';
import { reachRoom } from './room-access.js';

/** Members who are here come first, the others after them; each by when they joined. */
type Part = 'here' | 'away';

interface MemberRow {
  id: string;
  name: string | null;
  since: number;
}

/** Who is in a room. */
@Injectable()
export class MembersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly agents: OnlineAgents,
  ) {}

  /**
   * A page of the members: agents who have been in the room and are here, then visitors who are here, then the others. Who
   * comes or goes between two pages may be on both or on none. Throws `not_found`, `banned`, `refused`.
   */
  async list(principal: Principal, roomId: string, query: ParsedQuery<'listMembers'>): Promise<MemberPage> {
    await reachRoom(this.dataSource, principal, roomId);
    const limit = query.limit ?? DEFAULT_PAGE;
    const [part, since] = query.after === undefined ? [] : query.after.split('.');
    const agents = part === undefined ? await this.agentsIn(roomId, limit) : [];
    const items: Member[] = [...agents];
    let next: string | undefined;
    for (const each of part === 'away' ? (['away'] as const) : (['here', 'away'] as const)) {
      const after = each === part ? Number(since) : 0;
      const rows = await this.visitorsIn(roomId, each, after, limit - items.length + 1);
      const page = rows.slice(0, limit - items.length);
      items.push(...page.map((row) => toMember(row, each === 'here')));
      if (rows.length <= page.length) continue;
      next = `${each}.${page.at(-1)?.since ?? after}`;
      break;
    }
    return { items, here: await this.count(roomId), ...(next && { next }) };
  }

  /** Takes the visitor out of the room, if it is in it. Throws `not_found`, `banned`, `refused`. */
  leave(visitor: VisitorPrincipal, roomId: string): Promise<void> {
    return this.log.write(async (transaction) => {
      const { manager } = transaction;
      await reachRoom(manager, visitor, roomId, true);
      if (!(await removeMember(manager, roomId, visitor.id))) return;
      const author = { kind: 'visitor' as const, id: visitor.id, name: visitor.name };
      tellMembership(transaction, { conversationId: roomId, visitor: author, state: 'left' });
    });
  }

  /** Agents who have read or written in the room, and are connected now. */
  private async agentsIn(roomId: string, limit: number): Promise<Member[]> {
    const rows = await sql<{ id: string; name: string }>(
      this.dataSource,
      `SELECT a."id", a."name" FROM "receipts" r JOIN "agents" a ON a."id" = r."principal_id"
       WHERE r."conversation_id" = $1 AND r."principal_kind" = 'agent' AND a."id" = ANY($2) ORDER BY a."id" LIMIT $3`,
      [roomId, this.agents.ids, limit],
    );
    return rows.map((row) => ({ kind: 'agent', ...row, here: true }));
  }

  private visitorsIn(roomId: string, part: Part, since: number, limit: number): Promise<MemberRow[]> {
    return sql<MemberRow>(
      this.dataSource,
      `SELECT m."visitor_id" AS id, v."name", m."since" FROM "room_members" m
       JOIN "visitors" v ON v."id" = m."visitor_id"
       WHERE m."conversation_id" = $1 AND m."since" > $2
         AND m."visitor_id" ${part === 'here' ? 'IN' : 'NOT IN'} (${CONNECTED_VISITORS})
       ORDER BY m."since" LIMIT $3`,
      [roomId, since, limit],
    );
  }

  private async count(roomId: string): Promise<number> {
    const [row] = await sql<{ here: number }>(
      this.dataSource,
      `SELECT count(*)::int AS here FROM "room_members" m
       WHERE m."conversation_id" = $1 AND m."visitor_id" IN (${CONNECTED_VISITORS})`,
      [roomId],
    );
    return row?.here ?? 0;
  }
}

function toMember({ id, name }: MemberRow, here: boolean): Member {
  return { kind: 'visitor', id, name: visitorName({ id, name }), here };
}
