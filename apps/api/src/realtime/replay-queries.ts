import type { Principal } from '../auth/principal.js';
import { type Queryable, sql } from '../database/sql.js';
import { ENTRY_COLUMNS, type Entry } from './entry.js';

/** Entries a page of a replay holds (RS4). */
export const REPLAY_PAGE = 200;

const AGENT_ENTRIES = `SELECT ${ENTRY_COLUMNS} FROM "log" l
  WHERE l."scope" IN ('agents', 'visitor', 'room') AND l."position" > $1 AND l."position" <= $2
  ORDER BY l."position" LIMIT $3`;

const VISITOR_ENTRIES = `SELECT ${ENTRY_COLUMNS} FROM (
    (SELECT * FROM "log" own
      WHERE own."visitor_id" = $4 AND own."scope" IN ('visitor', 'self')
        AND own."position" > $1 AND own."position" <= $2
      ORDER BY own."position" LIMIT $3)
    UNION ALL
    (SELECT room.* FROM "room_members" m
      JOIN "log" room ON room."conversation_id" = m."conversation_id" AND room."scope" = 'room'
        AND room."position" > m."since" AND room."position" > $1 AND room."position" <= $2
      WHERE m."visitor_id" = $4
      ORDER BY room."position" LIMIT $3)
  ) l ORDER BY l."position" LIMIT $3`;

const ALL_ENTRIES = `SELECT ${ENTRY_COLUMNS} FROM "log" l
  WHERE l."position" > $1 AND l."position" <= $2 ORDER BY l."position"`;

interface Mark {
  /** The last entry that has been pruned. */
  pruned: number;
}

/** An entry, or nothing but the mark where there is none. */
type Row = Mark & (Entry | { position: null });

interface Range {
  after: number;
  upTo: number;
}

/** Reads the mark along, of the same moment: what is pruned and its mark change in one transaction. */
function withMark(entries: string): string {
  return `SELECT i."pruned", e.* FROM "instance" i LEFT JOIN (${entries}) e ON true ORDER BY e."position"`;
}

const entriesOf = (rows: readonly Row[]) => rows.filter((row): row is Entry & Mark => row.position !== null);

/** The range begins before the oldest entry that is left: what was read is not whole. */
export class PrunedError extends Error {
  override readonly name = 'PrunedError';
}

/** The first entries of a range that a principal may see, a page of them. Throws PrunedError. */
export async function readMissed(on: Queryable, principal: Principal, { after, upTo }: Range): Promise<Entry[]> {
  const bounds = [after, upTo, REPLAY_PAGE];
  const rows =
    principal.kind === 'visitor'
      ? await sql<Row>(on, withMark(VISITOR_ENTRIES), [...bounds, principal.id])
      : await sql<Row>(on, withMark(AGENT_ENTRIES), bounds);
  if (rows.some(({ pruned }) => pruned > after)) throw new PrunedError();
  return entriesOf(rows);
}

/** All entries of a range, whoever may see them, and the mark as it was then. */
export async function readRange(on: Queryable, { after, upTo }: Range): Promise<Mark & { entries: Entry[] }> {
  const rows = await sql<Row>(on, withMark(ALL_ENTRIES), [after, upTo]);
  return { pruned: rows[0]?.pruned ?? 0, entries: entriesOf(rows) };
}
