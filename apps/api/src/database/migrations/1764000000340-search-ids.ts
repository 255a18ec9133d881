import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchIds1764000000340 implements MigrationInterface {
  readonly name = 'SearchIds1764000000340';

  /** A site knows its people by ids of its own. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "visitors_words";
      CREATE INDEX "visitors_words" ON "visitors" USING gin (
        to_tsvector('simple', coalesce("name", '') || ' ' || coalesce("email", '') || ' ' || coalesce("external_id", '')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "visitors_words";
      CREATE INDEX "visitors_words" ON "visitors"
        USING gin (to_tsvector('simple', coalesce("name", '') || ' ' || coalesce("email", '')));
    `);
  }
}
