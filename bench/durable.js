import { measureInsert } from './durable/embedded.js';
import { measurePgbench } from './durable/pgbench.js';
import { measure } from './durable/stacks.js';
import { installPeers } from './peers/install.js';
import { benchmark } from './support/benchmark.js';
import { isInstalled } from './support/database.js';
import { fixed, machine, ratio, table, whole } from './support/figures.js';

/**
 * `node bench/durable.js`: messages that are posted, committed and seen by the other side, 64 senders at once. On
 * PostgreSQL against the habitual stack and against pgbench; with `--embedded` on PGlite. Needs a build.
 */

const CONNECTIONS = 64;
/** In the short form not so many, because making them takes longer than what is measured. */
const CONVERSATIONS = { short: 250, long: 1_000 };

const worksWith = (count) => ({
  'one busy room': { conversations: 1, writers: CONNECTIONS, connections: CONNECTIONS },
  [`${whole(count)} conversations`]: { conversations: count, writers: count, connections: CONNECTIONS },
});

const head = ['', 'messages/s', 'ratio', 'ack p50', 'p99 ms', 'seen p50', 'p99 ms', 'server ms CPU each'];
const halfHead = ['at half of that', 'messages/s', 'ack p50', 'p99 ms', 'seen p50', 'p99 ms'];

export async function durable({ long, database, embedded, only }) {
  const time = long ? { warmUp: 5, seconds: 20 } : { warmUp: 1, seconds: 2 };
  console.log(machine());
  for (const [name, work] of Object.entries(worksWith(CONVERSATIONS[long ? 'long' : 'short']))) {
    await (embedded ? onPGlite : onServer)(name, work, time, { database, only });
  }
}

async function onServer(name, work, time, { database, only }) {
  const ours = await measure('porchlight', database, work, time);
  const habitual = only === 'porchlight' ? undefined : await measure('habitual', database, work, time);
  const rows = [row('Porchlight', ours, ours)];
  if (habitual) rows.push(row('Nest, TypeORM save(), socket.io', habitual, ours));
  if (only === undefined && isInstalled('pgbench')) {
    const { seconds } = time;
    const group = Math.max(1, Math.round(ours.group));
    const limit = (title, rate) => [title, whole(rate), ratio(ours.rate, rate), '', '', '', '', ''];
    const single = await measurePgbench(database, work, { group: 1, clients: CONNECTIONS, seconds });
    rows.push(limit('pgbench, a transaction each', single));
    if (group > 1) {
      const grouped = await measurePgbench(database, work, { group, clients: 1, seconds });
      rows.push(limit(`pgbench, ${group} to a transaction`, grouped));
    }
  } else if (only === undefined) console.log('pgbench is not installed: left out.');
  print(name, rows, { Porchlight: ours, ...(habitual && { habitual }) });
  console.log(`Messages to a transaction of Porchlight: ${fixed(ours.group)}`);
}

async function onPGlite(name, work, time) {
  const ours = await measure('embedded', undefined, work, time);
  const insert = await measureInsert(time);
  const rows = [row('Porchlight on PGlite', ours, ours)];
  rows.push(['PGlite, one INSERT at a time', whole(insert), ratio(ours.rate, insert), '', '', '', '', '']);
  print(`${name}, PGlite`, rows, { Porchlight: ours });
}

function row(title, one, ours) {
  const { rate, messages, acknowledgement, delivery, serverCpuSeconds } = one;
  return [
    ...[
      title,
      whole(rate),
      one === ours ? '' : ratio(ours.rate, rate),
      ...latencies(acknowledgement),
      ...latencies(delivery),
    ],
    fixed((serverCpuSeconds / messages) * 1_000, 2),
  ];
}

const latencies = ({ p50, p99 }) => [fixed(p50), fixed(p99)];

function print(name, rows, measured) {
  table(`Durable messages, ${name}, ${CONNECTIONS} senders`, head, rows);
  const halves = Object.entries(measured).map(([title, { half }]) => [
    ...[title, whole(half.rate), ...latencies(half.acknowledgement), ...latencies(half.delivery)],
  ]);
  table(`Durable messages, ${name}, at a fixed rate`, halfHead, halves);
}

await benchmark(
  import.meta.url,
  { embedded: { type: 'boolean', default: false }, only: { type: 'string' } },
  async (options) => {
    installPeers();
    await durable(options);
  },
);
