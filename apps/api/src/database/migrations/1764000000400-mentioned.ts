import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mentioned1764000000400 implements MigrationInterface {
  readonly name = 'Mentioned1764000000400';

  /** Of each conversation that is shown it is asked whom its notes name. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "mentions_conversation" ON "mentions" ("conversation_id", "agent_id", "seq")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "mentions_conversation"');
  }
}
