import type { EntityManager } from 'typeorm';
import { type Queryable, sql } from '../database/sql.js';

/** Rooms whose news a visitor gets, each with the position after which it does: an access list of the log. */
export type Memberships = ReadonlyMap<string, number>;

/** The memberships of visitors, by their ids; those who have none are left out. */
export async function membershipsOf(on: Queryable, visitorIds: readonly string[]): Promise<Map<string, Memberships>> {
  const members = new Map<string, Map<string, number>>();
  if (visitorIds.length === 0) return members;
  const rows = await sql<{ visitor: string; room: string; since: number }>(
    on,
    `SELECT "visitor_id" AS visitor, "conversation_id" AS room, "since" FROM "room_members" WHERE "visitor_id" = ANY($1)`,
    [visitorIds],
  );
  for (const { visitor, room, since } of rows) {
    const rooms = members.get(visitor) ?? new Map<string, number>();
    members.set(visitor, rooms.set(room, since));
  }
  return members;
}

export async function isMember(on: Queryable, conversationId: string, visitorId: string): Promise<boolean> {
  const rows = await sql(on, 'SELECT 1 FROM "room_members" WHERE "conversation_id" = $1 AND "visitor_id" = $2', [
    conversationId,
    visitorId,
  ]);
  return rows.length > 0;
}

/** Makes a visitor a member as of `since`, the position of the entry that tells of it. */
export async function addMember(
  manager: EntityManager,
  member: { conversationId: string; visitorId: string; since: number; joinedAt: Date },
): Promise<void> {
  await sql(
    manager,
    'INSERT INTO "room_members" ("conversation_id", "visitor_id", "since", "joined_at") VALUES ($1, $2, $3, $4)',
    [member.conversationId, member.visitorId, member.since, member.joinedAt],
  );
}

/** Takes a visitor out; from then on no replay has the room's entries for it. Returns whether it was a member. */
export async function removeMember(
  manager: EntityManager,
  conversationId: string,
  visitorId: string,
): Promise<boolean> {
  const rows = await sql(
    manager,
    'DELETE FROM "room_members" WHERE "conversation_id" = $1 AND "visitor_id" = $2 RETURNING "visitor_id"',
    [conversationId, visitorId],
  );
  return rows.length > 0;
}
