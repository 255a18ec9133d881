import { MAX_VISITOR_EVENTS, type ParsedBody, type VisitorEvent } from '@porchlight/protocol';
import { v7 as uuidv7 } from 'uuid';
import { type Queryable, sql } from '../database/sql.js';

interface VisitorEventRow {
  id: string;
  name: string;
  data: VisitorEvent['data'] | null;
  page: string | null;
  at: Date;
}

/** Keeps what a visitor's page tells: the latest {@link MAX_VISITOR_EVENTS}. */
export async function recordEvents(
  on: Queryable,
  visitorId: string,
  events: ParsedBody<'trackEvents'>['events'],
): Promise<void> {
  const now = Date.now();
  const rows = events.map(({ name, data, page, ago = 0 }) => ({
    id: uuidv7(),
    name,
    data,
    page,
    at: new Date(now - ago * 1_000),
  }));
  await sql(
    on,
    `INSERT INTO "visitor_events" ("id", "visitor_id", "name", "data", "page", "at")
     SELECT e."id", $1, e."name", e."data", e."page", e."at"
     FROM json_to_recordset($2::json) AS e("id" uuid, "name" text, "data" json, "page" text, "at" timestamptz)`,
    [visitorId, JSON.stringify(rows)],
  );
  await forgetOldEvents(on, visitorId);
}

/** A page that the chat has been started or resumed on. */
export function recordPage(on: Queryable, visitorId: string, page: string): Promise<void> {
  return recordEvents(on, visitorId, [{ name: 'page', page }]);
}

/** Takes the oldest away, down to as many as are kept. */
export async function forgetOldEvents(on: Queryable, visitorId: string): Promise<void> {
  await sql(
    on,
    `DELETE FROM "visitor_events" WHERE "id" IN (
       SELECT "id" FROM "visitor_events" WHERE "visitor_id" = $1
       ORDER BY "at" DESC, "id" DESC OFFSET ${MAX_VISITOR_EVENTS})`,
    [visitorId],
  );
}

/** What is kept of a visitor's events, latest first. */
export async function eventsOf(on: Queryable, visitorId: string): Promise<VisitorEvent[]> {
  const rows = await sql<VisitorEventRow>(
    on,
    'SELECT * FROM "visitor_events" WHERE "visitor_id" = $1 ORDER BY "at" DESC, "id" DESC',
    [visitorId],
  );
  return rows.map(({ id, name, data, page, at }) => ({
    id,
    name,
    ...(data !== null && { data }),
    ...(page !== null && { page }),
    at: at.toISOString(),
  }));
}
