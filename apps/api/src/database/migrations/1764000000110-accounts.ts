import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1764000000110 implements MigrationInterface {
  readonly name = 'Accounts1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "agents"
        ADD COLUMN "picture_id" uuid,
        ADD COLUMN "away" text CHECK ("away" IN ('chosen', 'idle')),
        ADD COLUMN "totp_secret" bytea,
        ADD COLUMN "totp_since" timestamptz,
        ADD COLUMN "totp_step" bigint NOT NULL DEFAULT 0;
      COMMENT ON COLUMN "agents"."away" IS 'Not answering now: by choice, or for want of input; null while there.';
      COMMENT ON COLUMN "agents"."totp_secret" IS 'Sealed under SECRET_KEY; not in force before totp_since is set.';
      COMMENT ON COLUMN "agents"."totp_step" IS 'The time step of the last code that was taken: none is taken twice.';

      CREATE TABLE "agent_pictures" (
        "id" uuid PRIMARY KEY,
        "agent_id" uuid NOT NULL UNIQUE REFERENCES "agents" ("id") ON DELETE CASCADE,
        "bytes" bytea NOT NULL
      );
      CREATE TABLE "agent_recovery_codes" (
        "hash" bytea PRIMARY KEY,
        "agent_id" uuid NOT NULL REFERENCES "agents" ("id") ON DELETE CASCADE
      );
      CREATE INDEX "agent_recovery_codes_agent" ON "agent_recovery_codes" ("agent_id");
      CREATE TABLE "password_resets" (
        "hash" bytea PRIMARY KEY,
        "agent_id" uuid NOT NULL REFERENCES "agents" ("id") ON DELETE CASCADE,
        "expires_at" timestamptz NOT NULL
      );
      CREATE INDEX "password_resets_agent" ON "password_resets" ("agent_id");
      CREATE TABLE "invitations" (
        "id" uuid PRIMARY KEY,
        "hash" bytea NOT NULL UNIQUE,
        "email" text NOT NULL,
        "role" text NOT NULL CHECK ("role" IN ('admin', 'agent')),
        "invited_by" text NOT NULL,
        "created_at" timestamptz NOT NULL,
        "expires_at" timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX "invitations_email" ON "invitations" (lower("email"));

      ALTER TABLE "agent_sessions"
        ADD COLUMN "device" text NOT NULL DEFAULT 'Unknown device',
        ADD COLUMN "network" text,
        ADD COLUMN "used_at" timestamptz NOT NULL DEFAULT now();
      COMMENT ON COLUMN "agent_sessions"."network" IS 'Where it began, without the part of the address that names a computer.';

      CREATE TABLE "audit" (
        "id" uuid PRIMARY KEY,
        "at" timestamptz NOT NULL,
        "actor_kind" text NOT NULL,
        "actor_id" uuid,
        "actor_name" text NOT NULL,
        "action" text NOT NULL,
        "target_id" text NOT NULL,
        "target_name" text NOT NULL,
        "changes" json
      );
      COMMENT ON TABLE "audit" IS 'Who changed what. Rows are added and never changed; names are as they were then.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "audit", "invitations", "password_resets", "agent_recovery_codes", "agent_pictures";
      ALTER TABLE "agent_sessions" DROP COLUMN "device", DROP COLUMN "network", DROP COLUMN "used_at";
      ALTER TABLE "agents" DROP COLUMN "picture_id", DROP COLUMN "away", DROP COLUMN "totp_secret",
        DROP COLUMN "totp_since", DROP COLUMN "totp_step";
    `);
  }
}
