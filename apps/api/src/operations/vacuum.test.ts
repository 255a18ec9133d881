import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openEmbeddedDataSource } from '../../test/support/embedded-data-source.js';
import type { Config } from '../config/config.js';
import { sql } from '../database/sql.js';
import { Vacuum } from './vacuum.js';

let dataSource: DataSource;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ dataSource, remove } = await openEmbeddedDataSource());
}, 60_000);

afterAll(() => remove());

test('the room of changed rows is used again, also in a table with an odd name', async () => {
  await dataSource.query('CREATE TABLE "Odd ""name" (id int PRIMARY KEY, value int)');
  await dataSource.query('INSERT INTO "Odd ""name" SELECT n, 0 FROM generate_series(1, 1000) n');
  const change = () => dataSource.query('UPDATE "Odd ""name" SET value = value + 1');
  const size = async () => {
    const [row] = await sql<{ size: number }>(dataSource, 'SELECT pg_relation_size(\'"Odd ""name"\')::int AS size');
    return row?.size ?? 0;
  };
  const vacuum = new Vacuum(dataSource, {} as Config);
  await change();
  await change();
  await vacuum.all();
  const before = await size();
  await change();
  await vacuum.all();
  await change();
  expect(await size()).toBe(before);
  // Without it the table grows with each change.
  await change();
  await change();
  expect(await size()).toBeGreaterThan(before);
});
