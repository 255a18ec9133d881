import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1764000000020 implements MigrationInterface {
  readonly name = 'Identity1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "identity_keys" (
        "id" uuid PRIMARY KEY,
        "site" text NOT NULL REFERENCES "sites" ("key"),
        "kid" text NOT NULL,
        "algorithm" text NOT NULL CHECK ("algorithm" IN ('HS256', 'RS256', 'ES256', 'EdDSA')),
        "secret" bytea,
        "public_key" text,
        "created_at" timestamptz NOT NULL,
        UNIQUE ("site", "kid"),
        CHECK (("algorithm" = 'HS256') = ("secret" IS NOT NULL)),
        CHECK (("secret" IS NULL) = ("public_key" IS NOT NULL))
      );
      COMMENT ON COLUMN "identity_keys"."secret" IS 'Sealed under SECRET_KEY.';

      ALTER TABLE "visitors"
        ADD COLUMN "external_id" text,
        ADD COLUMN "attributes" json NOT NULL DEFAULT '{}',
        ADD COLUMN "claimed" json NOT NULL DEFAULT '{}',
        ADD COLUMN "merged_into" uuid REFERENCES "visitors" ("id");
      COMMENT ON COLUMN "visitors"."external_id" IS 'Who the site has signed that this is; null for whoever has not been identified.';
      COMMENT ON COLUMN "visitors"."claimed" IS 'Attributes that the site has signed; they stand above those that its page has set.';
      CREATE UNIQUE INDEX "visitors_external_id" ON "visitors" ("site", "external_id") WHERE "external_id" IS NOT NULL;
      CREATE INDEX "visitors_merged_into" ON "visitors" ("merged_into") WHERE "merged_into" IS NOT NULL;

      ALTER TABLE "visitor_tokens" ADD COLUMN "id" uuid NOT NULL DEFAULT gen_random_uuid();
      COMMENT ON COLUMN "visitor_tokens"."id" IS 'Names the token in the log of revocations.';

      CREATE TABLE "visitor_events" (
        "id" uuid PRIMARY KEY,
        "visitor_id" uuid NOT NULL REFERENCES "visitors" ("id") ON DELETE CASCADE,
        "name" text NOT NULL,
        "data" json,
        "page" text,
        "at" timestamptz NOT NULL
      );
      CREATE INDEX "visitor_events_visitor" ON "visitor_events" ("visitor_id", "at" DESC, "id" DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "visitor_events";
      ALTER TABLE "visitor_tokens" DROP COLUMN "id";
      ALTER TABLE "visitors" DROP COLUMN "external_id", DROP COLUMN "attributes", DROP COLUMN "claimed",
        DROP COLUMN "merged_into";
      DROP TABLE "identity_keys";
    `);
  }
}
