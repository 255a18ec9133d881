import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.js';
import { TcpProxy } from './tcp-proxy.js';

/** A database of its own on a PostgreSQL server, reached through a proxy. `admin` may create databases. */
export async function serverDatabase(admin: string, directory: string): Promise<Database> {
  const name = `porchlight_chaos_${process.pid}_${Date.now()}`;
  const kept = `${name}_kept`;
  const server = new URL(admin);
  const proxy = await TcpProxy.open({ host: server.hostname, port: Number(server.port || 5432) });
  const url = new URL(admin);
  url.host = `127.0.0.1:${proxy.port}`;
  url.pathname = `/${name}`;

  const run = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: admin });
    client.on('error', () => undefined);
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const backends = `FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
  const endBackends = () => run(`SELECT pg_terminate_backend(pid) ${backends}`);
  const drop = (database: string) => `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`;
  const copy = async (from: string, to: string) => {
    await endBackends();
    await run(drop(to), `CREATE DATABASE ${to} TEMPLATE ${from}`);
  };

  await run(`CREATE DATABASE ${name}`);
  return {
    env: { DATABASE_URL: url.href, DATA_DIR: join(directory, 'data') },
    async goAway(ms) {
      proxy.refuse();
      await sleep(ms);
      proxy.admit();
    },
    endBackends,
    keep: () => copy(name, kept),
    putBack: () => copy(kept, name),
    async close() {
      await proxy.close();
      await run(drop(name), drop(kept));
    },
  };
}
