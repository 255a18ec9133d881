import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CannedReplies1764000000310 implements MigrationInterface {
  readonly name = 'CannedReplies1764000000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "canned_replies" (
        "id" uuid PRIMARY KEY,
        "title" text NOT NULL,
        "shortcut" text,
        "text" text NOT NULL,
        "owner_id" uuid REFERENCES "agents" ("id") ON DELETE CASCADE,
        "sites" text[],
        "version" integer NOT NULL DEFAULT 1,
        "created_at" timestamptz NOT NULL
      );
      COMMENT ON COLUMN "canned_replies"."owner_id" IS 'Whose own it is; null for one that all agents share.';
      COMMENT ON COLUMN "canned_replies"."sites" IS 'The sites that it is for; null for all.';
      CREATE INDEX "canned_replies_title" ON "canned_replies" (lower("title"), "id");
      CREATE UNIQUE INDEX "canned_replies_shared_shortcut" ON "canned_replies" (lower("shortcut")) WHERE "owner_id" IS NULL;
      CREATE UNIQUE INDEX "canned_replies_own_shortcut" ON "canned_replies" ("owner_id", lower("shortcut"));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "canned_replies"');
  }
}
