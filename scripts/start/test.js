import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.js';
import { complain } from './screen.js';
import { StartError } from './start-error.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Installs and builds what is missing, then runs Jest over all packages. */
export async function test(argv) {
  process.chdir(root);
  try {
    await prepare();
  } catch (error) {
    complain(error instanceof StartError ? error.message : (error.stack ?? error));
    process.exit(1);
  }
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--forceExit'];
  const child = spawn(process.execPath, [...jest, ...argv], { stdio: 'inherit' });
  child.on('close', (code) => process.exit(code ?? 1));
}
