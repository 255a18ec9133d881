import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VisitorFacts1764000000330 implements MigrationInterface {
  readonly name = 'VisitorFacts1764000000330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "visitors"
        ADD COLUMN "time_zone" text,
        ADD COLUMN "referrer" text,
        ADD COLUMN "user_agent" text,
        ADD COLUMN "blocked_at" timestamptz,
        ADD COLUMN "blocked_by" uuid REFERENCES "agents" ("id") ON DELETE SET NULL,
        ADD COLUMN "block_reason" text;
      COMMENT ON COLUMN "visitors"."referrer" IS 'The page of another site that it came from last.';
      COMMENT ON COLUMN "visitors"."blocked_at" IS 'Since when it can no longer write.';
      CREATE INDEX "visitors_blocked" ON "visitors" ("id" DESC) WHERE "blocked_at" IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "visitors" DROP COLUMN "time_zone", DROP COLUMN "referrer", DROP COLUMN "user_agent",
        DROP COLUMN "blocked_at", DROP COLUMN "blocked_by", DROP COLUMN "block_reason";
    `);
  }
}
