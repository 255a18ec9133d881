import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Turns1764000000210 implements MigrationInterface {
  readonly name = 'Turns1764000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "teams" ADD COLUMN "by_turns" boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN "teams"."by_turns" IS 'Whether its conversations are given to its members by turns.';
      ALTER TABLE "sites" ADD COLUMN "team_id" uuid REFERENCES "teams" ("id") ON DELETE SET NULL;
      COMMENT ON COLUMN "sites"."team_id" IS 'Whose its new conversations are.';
      ALTER TABLE "agents" ADD COLUMN "turn_at" timestamptz;
      COMMENT ON COLUMN "agents"."turn_at" IS 'When the agent was last given a conversation by turns.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "teams" DROP COLUMN "by_turns";
      ALTER TABLE "sites" DROP COLUMN "team_id";
      ALTER TABLE "agents" DROP COLUMN "turn_at";
    `);
  }
}
