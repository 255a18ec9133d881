import type { MigrationInterface, QueryRunner } from 'typeorm';

export class First1764000000000 implements MigrationInterface {
  // Named here because a build step may rename classes; the name is what the database remembers.
  readonly name = 'First1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "instance" (
        "id" boolean PRIMARY KEY DEFAULT true CHECK ("id"),
        "epoch" text NOT NULL,
        "position" bigint NOT NULL DEFAULT 0,
        "pruned" bigint NOT NULL DEFAULT 0
      );
      COMMENT ON TABLE "instance" IS 'One row: the log''s epoch, its last position, and the last position pruned.';
      INSERT INTO "instance" ("epoch") VALUES (substr(replace(gen_random_uuid()::text, '-', ''), 1, 12));

      CREATE TABLE "log" (
        "position" bigint PRIMARY KEY,
        "at" timestamptz NOT NULL,
        "type" text NOT NULL,
        "scope" text NOT NULL CHECK ("scope" IN ('agents', 'visitor', 'room', 'self', 'internal')),
        "conversation_id" uuid,
        "visitor_id" uuid,
        "message_id" uuid,
        "data" json NOT NULL,
        "visitor_data" json
      );
      CREATE INDEX "log_visitor" ON "log" ("visitor_id", "position") WHERE "visitor_id" IS NOT NULL;
      CREATE INDEX "log_room" ON "log" ("conversation_id", "position") WHERE "scope" = 'room';
      CREATE INDEX "log_message" ON "log" ("message_id") WHERE "message_id" IS NOT NULL;

      CREATE TABLE "sites" (
        "key" text PRIMARY KEY,
        "name" text NOT NULL,
        "origins" text[] NOT NULL,
        "heading" text NOT NULL,
        "greeting" text NOT NULL,
        "reply_time" text,
        "hue" double precision NOT NULL,
        "rooms" jsonb NOT NULL DEFAULT '[]',
        "created_at" timestamptz NOT NULL
      );

      CREATE TABLE "visitors" (
        "id" uuid PRIMARY KEY,
        "site" text NOT NULL REFERENCES "sites" ("key"),
        "name" text,
        "email" text,
        "locale" text,
        "page" text,
        "created_at" timestamptz NOT NULL,
        "erased_at" timestamptz
      );
      CREATE TABLE "visitor_tokens" (
        "hash" bytea PRIMARY KEY,
        "visitor_id" uuid NOT NULL REFERENCES "visitors" ("id") ON DELETE CASCADE,
        "created_at" timestamptz NOT NULL,
        "expires_at" timestamptz NOT NULL
      );
      CREATE INDEX "visitor_tokens_visitor" ON "visitor_tokens" ("visitor_id");

      CREATE TABLE "agents" (
        "id" uuid PRIMARY KEY,
        "email" text NOT NULL,
        "name" text NOT NULL,
        "role" text NOT NULL CHECK ("role" IN ('admin', 'agent')),
        "password_hash" text NOT NULL,
        "disabled" boolean NOT NULL DEFAULT false,
        "created_at" timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX "agents_email" ON "agents" (lower("email"));
      CREATE TABLE "agent_sessions" (
        "id" uuid PRIMARY KEY,
        "hash" bytea NOT NULL UNIQUE,
        "agent_id" uuid NOT NULL REFERENCES "agents" ("id") ON DELETE CASCADE,
        "created_at" timestamptz NOT NULL,
        "expires_at" timestamptz NOT NULL
      );
      CREATE INDEX "agent_sessions_agent" ON "agent_sessions" ("agent_id");

      CREATE TABLE "conversations" (
        "id" uuid PRIMARY KEY,
        "site" text NOT NULL REFERENCES "sites" ("key"),
        "kind" text NOT NULL CHECK ("kind" IN ('support', 'room')),
        "room" text,
        "visitor_id" uuid REFERENCES "visitors" ("id"),
        "client_id" text,
        "status" text NOT NULL CHECK ("status" IN ('open', 'snoozed', 'closed')),
        "assignee_id" uuid REFERENCES "agents" ("id"),
        "subject" text,
        "tags" text[] NOT NULL DEFAULT '{}',
        "last_seq" bigint NOT NULL DEFAULT 0,
        "active_at" timestamptz NOT NULL,
        "created_at" timestamptz NOT NULL,
        "updated_at" timestamptz NOT NULL,
        CHECK (("kind" = 'room') = ("room" IS NOT NULL)),
        CHECK (("kind" = 'support') = ("visitor_id" IS NOT NULL))
      );
      COMMENT ON COLUMN "conversations"."active_at" IS 'When it was last spoken in; the order of every list.';
      CREATE UNIQUE INDEX "conversations_room" ON "conversations" ("site", "room") WHERE "kind" = 'room';
      CREATE UNIQUE INDEX "conversations_client_id" ON "conversations" ("visitor_id", "client_id");
      CREATE INDEX "conversations_active" ON "conversations" ("active_at" DESC, "id" DESC);
      CREATE INDEX "conversations_status" ON "conversations" ("status", "active_at" DESC, "id" DESC);

      CREATE TABLE "room_members" (
        "conversation_id" uuid NOT NULL REFERENCES "conversations" ("id"),
        "visitor_id" uuid NOT NULL REFERENCES "visitors" ("id"),
        "since" bigint NOT NULL,
        "joined_at" timestamptz NOT NULL,
        PRIMARY KEY ("conversation_id", "visitor_id")
      );
      COMMENT ON COLUMN "room_members"."since" IS 'Log position of the joining; what came before it is history, not news.';
      CREATE INDEX "room_members_visitor" ON "room_members" ("visitor_id");

      CREATE TABLE "messages" (
        "id" uuid PRIMARY KEY,
        "conversation_id" uuid NOT NULL REFERENCES "conversations" ("id"),
        "seq" bigint NOT NULL,
        "client_id" text NOT NULL,
        "author_kind" text NOT NULL CHECK ("author_kind" IN ('visitor', 'agent', 'bot', 'system')),
        "author_id" uuid NOT NULL,
        "author_name" text NOT NULL,
        "audience" text NOT NULL CHECK ("audience" IN ('everyone', 'agents')),
        "text" text NOT NULL,
        "reply_to" uuid,
        "digest" bytea NOT NULL,
        "created_at" timestamptz NOT NULL,
        "edited_at" timestamptz,
        "deleted_at" timestamptz
      );
      COMMENT ON COLUMN "messages"."digest" IS 'SHA-256 of what was posted: tells a repeated POST from another one with the same client id (MS1).';
      CREATE UNIQUE INDEX "messages_seq" ON "messages" ("conversation_id", "seq");
      CREATE UNIQUE INDEX "messages_client_id" ON "messages" ("conversation_id", "author_id", "client_id");
      CREATE INDEX "messages_author" ON "messages" ("author_id");

      CREATE TABLE "receipts" (
        "conversation_id" uuid NOT NULL REFERENCES "conversations" ("id"),
        "principal_kind" text NOT NULL CHECK ("principal_kind" IN ('visitor', 'agent', 'bot')),
        "principal_id" uuid NOT NULL,
        "delivered" bigint NOT NULL,
        "read" bigint NOT NULL,
        PRIMARY KEY ("conversation_id", "principal_kind", "principal_id")
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migration has nothing to go back to');
  }
}
