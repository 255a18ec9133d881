import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.js';
import { complain } from './screen.js';
import { StartError } from './start-error.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Installs and builds what is missing, then runs the program. */
export async function chaos(argv) {
  process.chdir(root);
  try {
    await prepare(undefined, ['api', 'chaos']);
  } catch (error) {
    complain(error instanceof StartError ? error.message : (error.stack ?? error));
    process.exit(1);
  }
  const child = spawn(process.execPath, ['chaos/dist/main.js', ...argv], { stdio: 'inherit' });
  // It cleans up first: databases and processes are its own.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => process.exit(code ?? 1));
}
