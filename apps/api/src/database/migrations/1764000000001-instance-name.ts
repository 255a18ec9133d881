import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InstanceName1764000000001 implements MigrationInterface {
  readonly name = 'InstanceName1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "instance" ADD COLUMN "name" uuid NOT NULL DEFAULT gen_random_uuid();
      COMMENT ON COLUMN "instance"."name" IS 'Tells this instance from others that share a server with it.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "instance" DROP COLUMN "name"');
  }
}
