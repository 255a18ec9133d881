import { spawn } from 'node:child_process';
import { arrows } from './arrows.js';
import { root } from './command.js';
import { contract } from './contract.js';
import { here } from './here.js';
import { links } from './links.js';
import { lockFile } from './lock-file.js';

/** `npm run check`: all that a reviewer would look at before reading. One line each; what is wrong comes after. */

/** @type {[name: string, check: import('./command.js').Check][]} */
const checks = [
  ['lint and format', program('turbo/bin/turbo', 'run', 'lint', '--output-logs=errors-only')],
  ['build', program('turbo/bin/turbo', 'run', 'build', '--output-logs=errors-only')],
  ['types', program('turbo/bin/turbo', 'run', 'typecheck', '--output-logs=errors-only')],
  // After the build: it is the built packages that are looked at.
  ['packages', async (folder) => (await import('./packages.js')).packages(folder)],
  ['widget size', program('../packages/widget/scripts/size.js')],
  ['inbox size', program('../apps/inbox/scripts/size.js')],
  ['contract document', contract],
  ['package arrows', arrows],
  ['links', links],
  ['lock file', lockFile],
  ['this machine', here],
  ['the checks themselves', program('jest/bin/jest.js', '--config', 'scripts/jest.config.js')],
];

/**
 * A program of the tool chain as a check: its output is the finding if it fails.
 *
 * @param {string} file in node_modules
 * @param {string[]} args
 * @returns {import('./command.js').Check}
 */
function program(file, ...args) {
  return (folder) =>
    new Promise((resolve) => {
      const nodeFlags = ['--experimental-vm-modules', '--no-warnings'];
      const child = spawn(process.execPath, [...nodeFlags, `node_modules/${file}`, ...args], {
        cwd: folder,
        env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
      child.on('close', (code) => resolve(code === 0 ? [] : [output.trim()]));
    });
}

/** @type {string[]} */
const report = [];
for (const [name, check] of checks) {
  process.stdout.write(`  ${name.padEnd(24)}`);
  const start = performance.now();
  const findings = await check(root);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${findings.length === 0 ? 'ok    ' : 'wrong '}${seconds.padStart(6)} s`);
  if (findings.length > 0) report.push(`\n${name}\n\n${findings.join('\n')}`);
}
for (const section of report) console.error(section);
process.exitCode = report.length > 0 ? 1 : 0;
