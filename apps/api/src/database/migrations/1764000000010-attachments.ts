import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Attachments1764000000010 implements MigrationInterface {
  readonly name = 'Attachments1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "attachments" (
        "id" uuid PRIMARY KEY,
        "uploader_kind" text NOT NULL CHECK ("uploader_kind" IN ('visitor', 'agent', 'bot')),
        "uploader_id" uuid NOT NULL,
        "message_id" uuid,
        "name" text NOT NULL,
        "media_type" text NOT NULL,
        "size" bigint NOT NULL,
        "width" integer,
        "height" integer,
        "created_at" timestamptz NOT NULL,
        "removed_at" timestamptz
      );
      COMMENT ON COLUMN "attachments"."message_id" IS 'Empty until a message has taken the file.';
      COMMENT ON COLUMN "attachments"."removed_at" IS 'From then on the file is not given out, and its bytes are taken away.';
      CREATE INDEX "attachments_message" ON "attachments" ("message_id") WHERE "message_id" IS NOT NULL;
      CREATE INDEX "attachments_uploader" ON "attachments" ("uploader_id");
      CREATE INDEX "attachments_waiting" ON "attachments" ("created_at") WHERE "message_id" IS NULL;
      CREATE INDEX "attachments_removed" ON "attachments" ("id") WHERE "removed_at" IS NOT NULL;

      ALTER TABLE "messages" ADD COLUMN "attachments" json;
      COMMENT ON COLUMN "messages"."attachments" IS 'Its files as they are shown, without links; empty for none, so that messages are read without a join.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "messages" DROP COLUMN "attachments"; DROP TABLE "attachments"');
  }
}
