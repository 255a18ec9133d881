import { query } from './databases.js';

/**
 * Writes so many `message.created` of a room into the log at once, as another process would whose transactions are very
 * large: far more in a second than come over HTTP. Only the log has them.
 */
export async function floodLog(databaseUrl: string, room: string, count: number, characters = 700): Promise<void> {
  await query(
    databaseUrl,
    `WITH counter AS (UPDATE "instance" SET "position" = "position" + $2::int RETURNING "position")
     INSERT INTO "log" ("position", "at", "type", "scope", "conversation_id", "data")
     SELECT counter."position" - $2::int + n, now(), 'message.created', 'room', $1::uuid, json_build_object(
       'id', gen_random_uuid(), 'conversationId', $1::uuid, 'clientId', gen_random_uuid(), 'seq', n,
       'author', json_build_object('kind', 'system', 'id', gen_random_uuid(), 'name', 'Flood'),
       'audience', 'everyone', 'text', repeat('x', $3::int), 'attachments', '[]'::json,
       'createdAt', '2026-01-01T00:00:00.000Z')
     FROM counter, generate_series(1, $2::int) n`,
    [room, count, characters],
  );
  await query(databaseUrl, `SELECT pg_notify('porchlight', '{"from":"flood"}')`);
}
