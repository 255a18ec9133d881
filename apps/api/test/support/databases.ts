import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

declare global {
  /** Set by the Jest project: which database the whole-life tests run on. */
  var testDatabase: 'embedded' | 'server';
}

/** A fresh database for one test file, and the environment that makes the API use it. */
export interface TestDatabase {
  env: Record<string, string>;
  dataDirectory: string;
  remove(): Promise<void>;
}

export async function createTestDatabase(kind: 'embedded' | 'server' = globalThis.testDatabase): Promise<TestDatabase> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'porchlight-test-'));
  const removeDirectory = () => rmSync(dataDirectory, { recursive: true, force: true });
  if (kind === 'embedded') {
    return { env: { DATA_DIR: dataDirectory }, dataDirectory, remove: async () => removeDirectory() };
  }
  const admin = process.env['TEST_DATABASE_URL'];
  if (!admin) throw new Error('TEST_DATABASE_URL is set by the global set-up');
  const name = `porchlight_test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  await query(admin, `CREATE DATABASE ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    env: { DATA_DIR: dataDirectory, DATABASE_URL: url.href },
    dataDirectory,
    async remove() {
      await query(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      removeDirectory();
    },
  };
}

/** Runs one statement on a PostgreSQL server. */
export async function query(url: string, text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, parameters)).rows;
  } finally {
    await client.end();
  }
}
