import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of new messages wait in a list until there is much of it, and whoever posts then files them all. By default that is
 * 4 MB, a tenth of a second in which nobody else's message is stored.
 */
export class WordsWaiting1764000000410 implements MigrationInterface {
  readonly name = 'WordsWaiting1764000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER INDEX "messages_words" SET (gin_pending_list_limit = 128)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER INDEX "messages_words" RESET (gin_pending_list_limit)`);
  }
}
