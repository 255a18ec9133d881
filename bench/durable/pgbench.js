import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, createDirectory, query } from '../support/database.js';
import { startApi } from '../support/program.js';
import { WORDS } from './words.js';

/** The id of number `n`, an expression of SQL; `kind` keeps those of different things apart. */
const id = (kind, n) => `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const visitor = (n) => id('a', n);
const conversation = (n) => id('c', n);

/** A database as the API makes it, filled with conversations; dropped by `drop()`. */
export async function createFilledDatabase(server, { conversations, writers }) {
  const database = await createDatabase(server);
  await (await startApi({ DATABASE_URL: database.url, DATA_DIR: createDirectory() })).stop();
  const kind = conversations === 1 ? `'room', 'lobby', NULL` : `'support', NULL, ${visitor('n')}`;
  await query(
    database.url,
    `INSERT INTO "visitors" ("id", "site", "created_at")
     SELECT ${visitor('n')}, 'demo', now() FROM generate_series(0, ${writers - 1}) n`,
  );
  await query(
    database.url,
    `INSERT INTO "conversations" ("id", "site", "kind", "room", "visitor_id", "status", "active_at", "created_at", "updated_at")
     SELECT ${conversation('n')}, 'demo', ${kind}, 'open', now(), now(), now() FROM generate_series(0, ${conversations - 1}) n`,
  );
  await query(database.url, 'VACUUM ANALYZE');
  return database;
}

/**
 * How many messages a second the database alone can take: pgbench runs the statements by which the API writes a group of
 * so many messages in one transaction.
 */
export async function measurePgbench(server, work, { group, clients, seconds }) {
  const database = await createFilledDatabase(server, work);
  const directory = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
  try {
    const file = join(directory, 'group.sql');
    writeFileSync(file, groupScript(work, { group, clients }));
    // What is planned while the tables are empty reads them from end to end, and stays planned so.
    await run(database.url, file, { clients, seconds: 1, turn: 0 });
    await query(database.url, 'VACUUM ANALYZE');
    return (await run(database.url, file, { clients, seconds, turn: 1_000_000 })) * group;
  } catch (error) {
    throw new Error(`pgbench: ${error.message.slice(0, 1_000)}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
    await database.drop();
  }
}

/** Transactions a second. `turn`: of the first transaction; no other run of the same database has had it. */
async function run(url, file, { clients, seconds, turn }) {
  const { pathname, hostname, port, username, password } = new URL(url);
  const { stdout } = await promisify(execFile)(
    'pgbench',
    [
      ...['--no-vacuum', '--protocol=prepared', '--jobs=1', `--client=${clients}`, `--time=${seconds}`],
      ...[`--define=turn=${turn}`, `--file=${file}`],
      ...[`--host=${hostname}`, `--port=${port || 5432}`, `--username=${username}`, pathname.slice(1)],
    ],
    { env: { PATH: process.env.PATH, ...(password && { PGPASSWORD: password }) }, timeout: (seconds + 60) * 1_000 },
  );
  return Number(/^tps = ([\d.]+)/m.exec(stdout)[1]);
}

/**
 * The statements of message-writer.ts and log.ts for a group. Client and turn make every id new; message `k` of a group
 * is of conversation `first + k`, by a writer of it.
 */
function groupScript({ conversations, writers }, { group, clients }) {
  const conversationOf = (k) => conversation(`((:first + ${k}) % ${conversations})`);
  const writerOf = (k) => visitor(`((:first + ${k}) % ${writers})`);
  const messageOf = (k) => id('e', `:begin::bigint + ${k}`);
  const each = `generate_series(0, ${group - 1}) k`;
  const text = WORDS;
  const uuid = '0197a2c4-0a6f-7e91-a2d3-6c4b8f1e5d07';
  // pgbench takes whatever follows a colon for a variable of its own, also in a text.
  const at = '2026-01-31T120000.000Z';
  const lines = (row) => {
    const json = JSON.stringify(Array.from({ length: group }, (_, k) => row(k)));
    return `'${json.replaceAll('":', '": ')}'::json`;
  };
  const posted = lines((k) => ({
    ...{ k, id: uuid, conversation_id: uuid, seq: 1_000_000, client_id: uuid, author_kind: 'visitor', author_id: uuid },
    ...{
      author_name: 'Visitor 1a2b',
      audience: 'everyone',
      text,
      reply_to: null,
      digest: '00'.repeat(32),
      created_at: at,
    },
  }));
  const author = { kind: 'visitor', id: uuid, name: 'Visitor 1a2b' };
  const data = {
    ...{ id: uuid, conversationId: uuid, clientId: uuid, seq: 1_000_000, author, audience: 'everyone', text },
    ...{ attachments: [], createdAt: at },
  };
  const entries = lines((k) => ({
    ...{
      n: k + 1,
      type: 'message.created',
      at,
      conversationId: uuid,
      messageId: uuid,
      scope: 'visitor',
      visitorId: uuid,
    },
    data,
  }));
  const scope = conversations === 1 ? `'room'` : `'visitor'`;
  const named = conversations === 1 ? 'NULL::uuid' : writerOf('(e."n" - 1)');
  return `
\\set turn :turn + 1
\\set begin (:turn * ${clients} + :client_id) * ${group}
\\set first random(0, ${writers - 1})
BEGIN;
SELECT c.*, v."name", a."name" FROM "conversations" c LEFT JOIN "visitors" v ON v."id" = c."visitor_id"
  LEFT JOIN "agents" a ON a."id" = c."assignee_id"
  WHERE c."id" = ANY(ARRAY(SELECT DISTINCT ${conversationOf('k')} FROM ${each})) ORDER BY c."id" FOR UPDATE OF c;
SELECT "id" FROM "visitors" WHERE "id" = ANY(ARRAY(SELECT DISTINCT ${writerOf('k')} FROM ${each}))
  AND "erased_at" IS NULL ORDER BY "id" FOR SHARE;
SELECT m.* FROM (SELECT ${conversationOf('k')} AS c, ${writerOf('k')} AS w, ${messageOf('k')}::text AS id FROM ${each}) p
  JOIN "messages" m ON m."conversation_id" = p.c AND m."author_id" = p.w AND m."client_id" = p.id;
WITH posted AS (
  SELECT ${messageOf('p."k"')} AS "id", ${conversationOf('p."k"')} AS "conversation_id", :begin + p."k" AS "seq",
    ${messageOf('p."k"')}::text AS "client_id", "author_kind", ${writerOf('p."k"')} AS "author_id", "author_name", "audience", "text",
    "reply_to", "digest", "created_at"
  FROM json_to_recordset(${posted}) AS p("k" int, "author_kind" text, "author_name" text, "audience" text, "text" text,
    "reply_to" uuid, "digest" text, "created_at" timestamptz)
), counted AS (
  UPDATE "conversations" c SET "last_seq" = t."seq", "active_at" = t."at", "updated_at" = t."at"
  FROM (SELECT "conversation_id", max("seq") AS "seq", max("created_at") AS "at" FROM posted GROUP BY 1) t
  WHERE c."id" = t."conversation_id"
), read AS (
  INSERT INTO "receipts" ("conversation_id", "principal_kind", "principal_id", "delivered", "read")
  SELECT "conversation_id", "author_kind", "author_id", max("seq"), max("seq") FROM posted GROUP BY 1, 2, 3
  ON CONFLICT ("conversation_id", "principal_kind", "principal_id")
  DO UPDATE SET "delivered" = excluded."delivered", "read" = excluded."read"
)
INSERT INTO "messages" ("id", "conversation_id", "seq", "client_id", "author_kind", "author_id", "author_name",
  "audience", "text", "reply_to", "digest", "created_at")
SELECT "id", "conversation_id", "seq", "client_id", "author_kind", "author_id", "author_name", "audience", "text",
  "reply_to", decode("digest", 'hex'), "created_at" FROM posted;
WITH counter AS (UPDATE "instance" SET "position" = "position" + ${group} RETURNING "position" - ${group} AS "before")
INSERT INTO "log" ("position", "at", "type", "scope", "conversation_id", "visitor_id", "message_id", "data")
SELECT counter."before" + e."n", e."at", e."type", ${scope}, ${conversationOf('(e."n" - 1)')}, ${named}, ${messageOf('e."n"')}, e."data"
FROM counter, json_to_recordset(${entries}) AS e("n" bigint, "at" timestamptz, "type" text, "data" json);
COMMIT;
`.replace(/\n +/g, ' ');
}
