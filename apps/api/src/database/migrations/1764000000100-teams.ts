import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Teams1764000000100 implements MigrationInterface {
  readonly name = 'Teams1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "agents"
        ADD COLUMN "capacity" integer CHECK ("capacity" >= 0),
        ADD COLUMN "version" integer NOT NULL DEFAULT 1;
      COMMENT ON COLUMN "agents"."capacity" IS 'Most open conversations that are given by turns; null for no limit.';
      COMMENT ON COLUMN "agents"."version" IS 'Grows with every change, so that none overwrites another unseen.';

      CREATE TABLE "teams" (
        "id" uuid PRIMARY KEY,
        "name" text NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        "created_at" timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX "teams_name" ON "teams" (lower("name"));
      CREATE TABLE "team_members" (
        "team_id" uuid NOT NULL REFERENCES "teams" ("id") ON DELETE CASCADE,
        "agent_id" uuid NOT NULL REFERENCES "agents" ("id") ON DELETE CASCADE,
        PRIMARY KEY ("team_id", "agent_id")
      );
      CREATE INDEX "team_members_agent" ON "team_members" ("agent_id");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "team_members";
      DROP TABLE "teams";
      ALTER TABLE "agents" DROP COLUMN "capacity", DROP COLUMN "version";
    `);
  }
}
