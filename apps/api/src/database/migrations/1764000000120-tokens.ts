import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tokens1764000000120 implements MigrationInterface {
  readonly name = 'Tokens1764000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "api_tokens" (
        "id" uuid PRIMARY KEY,
        "hash" bytea NOT NULL UNIQUE,
        "name" text NOT NULL,
        "scopes" text[] NOT NULL,
        "start" text NOT NULL,
        "created_by" text NOT NULL,
        "created_at" timestamptz NOT NULL,
        "used_at" timestamptz
      );

      ALTER TABLE "sites"
        ADD COLUMN "version" integer NOT NULL DEFAULT 1,
        ADD COLUMN "deleted_at" timestamptz;
      COMMENT ON COLUMN "sites"."deleted_at" IS 'Closed for good. The row stays for what was said there, and so that nobody takes the key.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "api_tokens";
      ALTER TABLE "sites" DROP COLUMN "version", DROP COLUMN "deleted_at";
    `);
  }
}
