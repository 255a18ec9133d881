import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mentions1764000000300 implements MigrationInterface {
  readonly name = 'Mentions1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "messages" ADD COLUMN "mentions" uuid[];
      CREATE TABLE "mentions" (
        "agent_id" uuid NOT NULL REFERENCES "agents" ("id") ON DELETE CASCADE,
        "conversation_id" uuid NOT NULL REFERENCES "conversations" ("id") ON DELETE CASCADE,
        "seq" bigint NOT NULL,
        "message_id" uuid NOT NULL REFERENCES "messages" ("id") ON DELETE CASCADE,
        PRIMARY KEY ("agent_id", "conversation_id", "seq")
      );
      COMMENT ON TABLE "mentions" IS 'The notes that name an agent. One is read when the agent''s receipt has come to its seq.';
      CREATE INDEX "mentions_message" ON "mentions" ("message_id");

      CREATE TABLE "message_edits" (
        "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        "message_id" uuid NOT NULL REFERENCES "messages" ("id") ON DELETE CASCADE,
        "text" text NOT NULL,
        "editor_kind" text NOT NULL,
        "editor_id" uuid NOT NULL,
        "editor_name" text NOT NULL,
        "at" timestamptz NOT NULL
      );
      COMMENT ON TABLE "message_edits" IS 'What messages said before they were changed; gone with their text.';
      CREATE INDEX "message_edits_message" ON "message_edits" ("message_id", "id");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "message_edits";
      DROP TABLE "mentions";
      ALTER TABLE "messages" DROP COLUMN "mentions";
    `);
  }
}
