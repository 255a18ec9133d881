import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { atEnd } from './benchmark.js';

const DEFAULT = 'postgres://postgres@127.0.0.1:5432/postgres';
let count = 0;

/** A database of its own on the server at `server`, dropped at the end. */
export async function createDatabase(server = DEFAULT) {
  const name = `porchlight_bench_${process.pid}_${++count}`;
  await query(server, `CREATE DATABASE ${name}`);
  const forget = atEnd(() => drop());
  const drop = async () => {
    forget();
    await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return { url: Object.assign(new URL(server), { pathname: `/${name}` }).href, name, drop };
}

/** An empty directory for DATA_DIR, removed at the end. */
export function createDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
  atEnd(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Runs a statement and returns its rows. */
export async function query(url, text, parameters) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, parameters)).rows;
  } finally {
    await client.end();
  }
}

export function isInstalled(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
