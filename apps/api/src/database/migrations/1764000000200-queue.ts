import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Queue1764000000200 implements MigrationInterface {
  readonly name = 'Queue1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "conversations"
        ADD COLUMN "team_id" uuid REFERENCES "teams" ("id") ON DELETE SET NULL,
        ADD COLUMN "snoozed_until" timestamptz,
        ADD COLUMN "waiting_since" timestamptz;
      COMMENT ON COLUMN "conversations"."snoozed_until" IS 'When it wakes by itself; null unless it is snoozed.';
      COMMENT ON COLUMN "conversations"."waiting_since" IS 'When the visitor wrote the first message that has no answer yet.';

      UPDATE "conversations" SET "status" = 'open' WHERE "status" = 'snoozed';
      UPDATE "conversations" c SET "waiting_since" = (
        SELECT min(m."created_at") FROM "messages" m
        WHERE m."conversation_id" = c."id" AND m."author_kind" = 'visitor' AND m."seq" > coalesce((
          SELECT max(a."seq") FROM "messages" a
          WHERE a."conversation_id" = c."id" AND a."author_kind" IN ('agent', 'bot') AND a."audience" = 'everyone'), 0))
      WHERE c."kind" = 'support' AND c."status" = 'open';

      CREATE INDEX "conversations_waiting" ON "conversations" ("status", (coalesce("waiting_since", 'infinity')), "id");
      CREATE INDEX "conversations_open" ON "conversations" ("assignee_id", "active_at" DESC, "id" DESC)
        WHERE "status" = 'open';
      CREATE INDEX "conversations_team" ON "conversations" ("team_id", "status", "active_at" DESC, "id" DESC)
        WHERE "team_id" IS NOT NULL;
      CREATE INDEX "conversations_snoozed" ON "conversations" ("snoozed_until") WHERE "snoozed_until" IS NOT NULL;
      ALTER TABLE "conversations" ADD CONSTRAINT "conversations_snooze"
        CHECK (("status" = 'snoozed') = ("snoozed_until" IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "conversations_waiting", "conversations_team", "conversations_snoozed", "conversations_open";
      UPDATE "conversations" SET "status" = 'open', "snoozed_until" = NULL WHERE "status" = 'snoozed';
      ALTER TABLE "conversations" DROP CONSTRAINT "conversations_snooze", DROP COLUMN "team_id",
        DROP COLUMN "snoozed_until", DROP COLUMN "waiting_since";
    `);
  }
}
