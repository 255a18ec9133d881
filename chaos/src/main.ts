import { isGood } from './check/check.js';
import type { Options } from './options.js';
import { readOptions, usage } from './options.js';
import type { WireFault, WorldFault } from './plan.js';
import { drawPlan, wireFaults, worldFaults } from './plan.js';
import { describe, report } from './report.js';
import { run } from './run.js';
import { World } from './world/world.js';

const MINUTE_MS = 60_000;
/** After the last fault: a stream that hangs is noticed after 40 s, and the next try may be 30 s away. */
const PATIENCE_MS = 3 * MINUTE_MS;

async function main(options: Options): Promise<boolean> {
  const { seed, messages, minutes, processes, database } = options;
  const say = (line: string) => process.stdout.write(`${line}\n`);

  const world = await World.open(options);
  if (options.bus === 'redis' && !world.bus) {
    say('This machine has no redis-server; the bus stays that of the database.');
  }
  const rounds = Math.min(messages / 2_500, minutes * 5);
  const worldKinds = (Object.keys(worldFaults) as WorldFault[])
    .filter((kind) => kind !== 'keep')
    .filter((kind) => world.knows(kind));
  const plan = drawPlan({
    seed,
    world: { kinds: worldKinds, count: Math.min(60, Math.max(worldKinds.length, Math.round(rounds))) },
    wire: {
      kinds: Object.keys(wireFaults) as WireFault[],
      count: Math.min(1_000, Math.max(2 * Object.keys(wireFaults).length, Math.round(rounds * 10))),
    },
  });
  say(`Seed ${seed}: ${describe(plan)}.`);

  let good = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void world.close().finally(() => process.exit(130)));
  }
  try {
    let told = 0;
    const outcome = await run(world, {
      ...options,
      // So that no conversation gets longer than those of people do.
      breadth: Math.max(1, Math.round(Math.min(messages, minutes * 6_000) / 20_000)),
      plan,
      milliseconds: minutes * MINUTE_MS,
      patience: PATIENCE_MS,
      onProgress(share) {
        if (share < told + 0.1) return;
        told = Math.floor(share * 10) / 10;
        say(`${Math.round(told * 100)} %`);
      },
    });
    good = isGood(outcome.verdict);
    const about: [string, string][] = [
      ['seed', String(seed)],
      ['database', database === 'embedded' ? 'embedded' : 'PostgreSQL'],
      ['event bus', world.bus ? 'Redis' : database === 'embedded' ? 'in process' : 'PostgreSQL'],
      ['API processes', String(processes)],
    ];
    say(report(outcome, about));
  } finally {
    await world.close(!good);
    if (!good) say(`The logs are in ${world.directory}`);
  }
  return good;
}

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${usage}`);
  process.exit(2);
}
main(options).then(
  (good) => process.exit(good ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(2);
  },
);
