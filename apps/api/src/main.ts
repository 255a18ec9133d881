import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { openAttachmentStore } from './attachments/store/open-store.js';
import { UploadDirectory } from './attachments/upload-directory.js';
import { readConfig } from './config/config.js';
import { loadSecretKey } from './config/secret-key.js';
import { prepareDataDirectory } from './database/data-directory.js';
import { openDatabase } from './database/open-database.js';
import { BACKLOG, checkAddress, explainListening } from './listen.js';
import { createLogger } from './operations/logger.js';
import { openBus } from './realtime/bus/open-bus.js';
import { StartupError } from './startup-error.js';

/** The API must be gone this long after SIGTERM, in milliseconds; what hangs then is left behind. */
const STOP_MS = 9_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  await checkAddress(config);
  const directory = prepareDataDirectory(config.dataDirectory);
  const secretKey = loadSecretKey(config.secretKey, directory);
  const uploads = new UploadDirectory(directory);
  const files = await openAttachmentStore(config, directory);
  const database = await openDatabase(config, directory);
  const bus = await openBus(config, database.dataSource);
  // Loaded this late so that a start which fails says so at once.
  const { createServer } = await import('./server.js');
  const app = await createServer({ config, dataSource: database.dataSource, bus, files, uploads, logger, secretKey });

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await app.close();
    await bus.close();
    await database.close();
    logger.info('stopped');
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));

  try {
    await app.listen({ port: config.port, host: config.host, backlog: BACKLOG });
  } catch (error) {
    throw explainListening(error);
  }
  logger.info({ url: await app.getUrl(), database: config.databaseUrl ? 'server' : 'embedded' }, 'listening');
}

main().catch((error: unknown) => {
  // One clear line for what a person can put right; the whole error for what is our fault.
  const reason = error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error);
  writeSync(2, `porchlight: ${reason}\n`);
  process.exit(1);
});
