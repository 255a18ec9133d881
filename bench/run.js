import { durable } from './durable.js';
import { fanOut } from './fan-out.js';
import { growth } from './growth.js';
import { memory } from './memory.js';
import { overload } from './overload.js';
import { installPeers } from './peers/install.js';
import { start } from './start.js';
import { storm } from './storm.js';
import { benchmark } from './support/benchmark.js';

/**
 * `npm run bench`: the server's tables, in three to four minutes, longer on a slow machine; with `-- --long` more exactly.
 * Needs a build. The widget's are printed by `npm run bench:widget`.
 */
await benchmark(import.meta.url, {}, async (options) => {
  installPeers();
  await start(options);
  await durable(options);
  await durable({ ...options, embedded: true });
  await fanOut(options);
  await memory(options);
  await storm(options);
  await overload(options);
  await growth(options);
});
