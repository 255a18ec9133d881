import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rooms1764000000040 implements MigrationInterface {
  readonly name = 'Rooms1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "room_bans" (
        "conversation_id" uuid NOT NULL REFERENCES "conversations" ("id"),
        "visitor_id" uuid NOT NULL REFERENCES "visitors" ("id"),
        "agent_id" uuid NOT NULL REFERENCES "agents" ("id"),
        "reason" text,
        "created_at" timestamptz NOT NULL,
        PRIMARY KEY ("conversation_id", "visitor_id")
      );
      CREATE INDEX "room_bans_visitor" ON "room_bans" ("visitor_id");
      CREATE INDEX "room_members_since" ON "room_members" ("conversation_id", "since");

      CREATE TABLE "roll_calls" (
        "process" uuid PRIMARY KEY,
        "visitors" uuid[] NOT NULL,
        "at" timestamptz NOT NULL
      );
      COMMENT ON TABLE "roll_calls" IS 'Which visitors are connected to each process. One that has said nothing for a while is gone.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "roll_calls";
      DROP INDEX "room_members_since";
      DROP TABLE "room_bans";
    `);
  }
}
