import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search1764000000002 implements MigrationInterface {
  readonly name = 'Search1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "messages" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "text")) STORED;
      COMMENT ON COLUMN "messages"."words" IS 'For search. Not among the columns that are read.';
      CREATE INDEX "messages_words" ON "messages" USING gin ("words");
      CREATE INDEX "conversations_words" ON "conversations" USING gin (to_tsvector('simple', coalesce("subject", '')));
      CREATE INDEX "visitors_words" ON "visitors"
        USING gin (to_tsvector('simple', coalesce("name", '') || ' ' || coalesce("email", '')));

      CREATE INDEX "conversations_site" ON "conversations" ("site", "active_at" DESC, "id" DESC);
      CREATE INDEX "conversations_assignee" ON "conversations" ("assignee_id", "active_at" DESC, "id" DESC);
      CREATE INDEX "conversations_rooms" ON "conversations" ("active_at" DESC, "id" DESC) WHERE "kind" = 'room';
      CREATE INDEX "conversations_tags" ON "conversations" USING gin ("tags");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "conversations_tags", "conversations_rooms", "conversations_assignee", "conversations_site",
        "visitors_words", "conversations_words";
      ALTER TABLE "messages" DROP COLUMN "words";
    `);
  }
}
