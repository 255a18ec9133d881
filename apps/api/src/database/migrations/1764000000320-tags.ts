import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tags1764000000320 implements MigrationInterface {
  readonly name = 'Tags1764000000320';

  /** What conversations carry already becomes the list; of names that differ in case only, one stands for all. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "tags" (
        "id" uuid PRIMARY KEY,
        "name" text NOT NULL,
        "hue" double precision NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        "created_at" timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX "tags_name" ON "tags" (lower("name"));
      INSERT INTO "tags" ("id", "name", "hue", "created_at")
        SELECT gen_random_uuid(), min(tag), ('x' || substr(md5(lower(min(tag))), 1, 4))::bit(16)::int % 360, now()
        FROM (SELECT DISTINCT unnest("tags") AS tag FROM "conversations") used GROUP BY lower(tag);
      UPDATE "conversations" c SET "tags" = ARRAY(
          SELECT t."name" FROM unnest(c."tags") WITH ORDINALITY AS u(tag, place) JOIN "tags" t ON lower(t."name") = lower(u.tag)
          GROUP BY t."name" ORDER BY min(u.place))
        WHERE EXISTS (SELECT 1 FROM unnest(c."tags") AS u(tag) WHERE NOT EXISTS (SELECT 1 FROM "tags" t WHERE t."name" = u.tag));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "tags"');
  }
}
