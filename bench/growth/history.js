/** Messages of one support conversation. */
const LENGTH = 10;
/** Conversations that go on at the same time, so that their messages lie between each other's. */
const AT_ONCE = 1_000;
/** Different texts, of words of which few are common and most are rare. */
const TEXTS = 20_000;
/** The log does not reach back for ever. */
const LOG = 1_000_000;

export const SITE = 'growth';
export const ROOM = 'lobby';

/** The id of the n-th of something, as a UUIDv7 would be: sorted by age. */
const id = (kind, n) =>
  `(lpad(to_hex(1700000000000 + ${n}), 12, '0') || '7${kind}008000' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const visitor = (n) => id(1, n);
const conversation = (n) => id(2, n);
const message = (n) => id(3, n);
const room = id(4, 0);

/** Message n (from 0) of the support conversations: which conversation, and which of its messages. */
const conversationOf = (n) => `(${n} / ${LENGTH * AT_ONCE} * ${AT_ONCE} + ${n} % ${AT_ONCE})`;
const seqOf = (n) => `(${n} % ${LENGTH * AT_ONCE} / ${AT_ONCE} + 1)`;
const timeOf = (n) => `(timestamptz '2026-01-01' + ${n} * interval '1 second')`;

/**
 * Fills a database in which nobody has written yet with the history of a site: `messages` in support conversations of ten, a tenth as many
 * besides in one room, and the log of the latest. `query(sql)` runs a statement. Returns how much of each there is.
 *
 * Every message holds a word of its own, `nr` and its number from 0. `word1` is in one of three, `word2000` in one of some thousand.
 */
export async function writeHistory(query, messages) {
  const conversations = Math.ceil(messages / (LENGTH * AT_ONCE)) * AT_ONCE;
  const inRoom = Math.ceil(messages / 10);
  await query('DROP INDEX "messages_words"');
  await query(`INSERT INTO "sites" ("key", "name", "origins", "heading", "greeting", "hue", "rooms", "created_at")
    VALUES ('${SITE}', 'Growth', '{*}', 'Growth', 'Hello', 62, '[{"key":"${ROOM}","name":"Lobby"}]', now())`);
  await query(`CREATE TABLE texts AS SELECT n AS number, (
      SELECT string_agg('word' || (1 + floor(2000 * power(random(), 3)))::int, ' ') FROM generate_series(1, 12 + 0 * n)
    ) AS text FROM generate_series(0, ${TEXTS - 1}) n`);
  await query('ALTER TABLE texts ADD PRIMARY KEY (number)');
  await query(`INSERT INTO "visitors" ("id", "site", "name", "email", "created_at")
    SELECT ${visitor('n')}, '${SITE}', 'Visitor ' || n, 'visitor' || n || '@example.com', ${timeOf('n')}
    FROM generate_series(0, ${conversations - 1}) n`);
  await query(`INSERT INTO "conversations" ("id", "site", "kind", "visitor_id", "client_id", "status", "last_seq", "tags",
      "active_at", "created_at", "updated_at")
    SELECT ${conversation('n')}, '${SITE}', 'support', ${visitor('n')}, 'c', CASE WHEN n % 10 = 0 THEN 'open' ELSE 'closed' END,
      ${LENGTH}, ARRAY['tag' || n % 100], at, at, at
    FROM generate_series(0, ${conversations - 1}) n,
      LATERAL (SELECT ${timeOf(`((n / ${AT_ONCE} + 1) * ${LENGTH * AT_ONCE} + n % ${AT_ONCE})`)} AS at) t`);
  await query(`INSERT INTO "conversations" ("id", "site", "kind", "room", "status", "last_seq", "active_at", "created_at", "updated_at")
    VALUES (${room}, '${SITE}', 'room', '${ROOM}', 'open', ${inRoom}, ${timeOf('0')}, ${timeOf('0')}, ${timeOf('0')})`);
  const write = (count, row) =>
    query(`INSERT INTO "messages" ("id", "conversation_id", "seq", "client_id", "author_kind",
      "author_id", "author_name", "audience", "text", "digest", "created_at")
    SELECT ${row}, 'Visitor', 'everyone', t.text || ' nr' || n, '', ${timeOf('n')}
    FROM generate_series(0::bigint, ${count - 1}) n JOIN texts t ON t.number = n * 7919 % ${TEXTS}`);
  await write(
    conversations * LENGTH,
    `${message('n')}, ${conversation(conversationOf('n'))}, ${seqOf('n')}, 'm' || n, 'visitor', ${visitor(conversationOf('n'))}`,
  );
  await write(inRoom, `${id(5, 'n')}, ${room}, n + 1, 'r' || n, 'visitor', ${visitor(`(n % ${conversations})`)}`);
  const logged = Math.min(LOG, conversations * LENGTH);
  await query(`INSERT INTO "log" ("position", "at", "type", "scope", "conversation_id", "visitor_id", "message_id", "data")
    SELECT "instance"."position" + m.n - ${conversations * LENGTH - logged} + 1, now(), 'message.created', 'visitor', ${conversation(conversationOf('m.n'))},
      ${visitor(conversationOf('m.n'))}, ${message('m.n')}, json_build_object('id', ${message('m.n')}, 'text', 'nr' || m.n)
    FROM "instance", generate_series(${conversations * LENGTH - logged}::bigint, ${conversations * LENGTH - 1}) AS m(n)`);
  await query(`UPDATE "instance" SET "position" = "position" + ${logged}`);
  await query('CREATE INDEX "messages_words" ON "messages" USING gin ("words")');
  await query('DROP TABLE texts');
  await query('ANALYZE');
  return { conversations, messages: conversations * LENGTH, inRoom, logged };
}

/** The same ids as text, for whoever asks the API. */
const text = (kind, n) => {
  const hex = (1_700_000_000_000 + n).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${kind}00-8000-${n.toString(16).padStart(12, '0')}`;
};
export const visitorId = (n) => text(1, n);
export const conversationId = (n) => text(2, n);
export const roomId = () => text(4, 0);
export const roomMessageId = (n) => text(5, n);
