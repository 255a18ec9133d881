import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { readConfig } from './config/config.js';
import { prepareDataDirectory } from './database/data-directory.js';
import { openDatabase } from './database/open-database.js';
import { beginEpoch } from './realtime/log.js';
import { StartupError } from './startup-error.js';

/**
 * `node apps/api/dist/new-epoch.js`: to be run once after a backup has been restored, with the same environment as the
 * API. A restored log gives positions a second time, so every cursor of before must stop to serve.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config, prepareDataDirectory(config.dataDirectory));
  const epoch = await beginEpoch(database.dataSource);
  await database.close();
  writeSync(1, `The epoch is now ${epoch}. Every client fetches its state anew.\n`);
  process.exit(0);
}

main().catch((error: unknown) => {
  writeSync(2, `porchlight: ${error instanceof StartupError ? error.message : String(error)}\n`);
  process.exit(1);
});
