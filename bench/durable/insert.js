import { createHash, randomUUID } from 'node:crypto';
import { createDataSource, migrate } from '../../apps/api/dist/database/data-source.js';
import { openEmbeddedDatabase } from '../../apps/api/dist/database/embedded-database.js';
import { answer } from '../support/answers.js';
import { WORDS } from './words.js';

let database;
let conversation;
let seq = 0;

answer({
  async open(directory) {
    database = await openEmbeddedDatabase(directory);
    const dataSource = createDataSource({ embedded: database });
    await dataSource.initialize();
    await migrate(dataSource, false);
    await database.query(
      `INSERT INTO "sites" ("key", "name", "origins", "heading", "greeting", "hue", "created_at") VALUES ('s', 's', '{}', '', '', 0, now())`,
    );
    conversation = randomUUID();
    await database.query(
      `INSERT INTO "conversations" ("id", "site", "kind", "room", "status", "active_at", "created_at", "updated_at")
       VALUES ($1, 's', 'room', 'lobby', 'open', now(), now(), now())`,
      [conversation],
    );
  },

  /** Inserts for so many seconds; answers how many a second. */
  async insert(seconds) {
    const from = performance.now();
    const before = seq;
    while (performance.now() < from + seconds * 1_000) {
      await database.query(
        `INSERT INTO "messages" ("id", "conversation_id", "seq", "client_id", "author_kind", "author_id", "author_name",
           "audience", "text", "digest", "created_at")
         VALUES ($1, $2, $3, $4, 'visitor', $5, 'Visitor 1a2b', 'everyone', $6, $7, $8)`,
        [
          ...[randomUUID(), conversation, ++seq, randomUUID(), randomUUID(), WORDS],
          ...[createHash('sha256').update(WORDS).digest(), new Date()],
        ],
      );
    }
    return ((seq - before) / (performance.now() - from)) * 1_000;
  },
});

// Waits to be asked.
setInterval(() => undefined, 60_000);
