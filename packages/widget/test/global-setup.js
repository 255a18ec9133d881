import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Builds the widget as it is served, once for all test files of this run: what is tested is what is there now. */
export default async function setUp() {
  const dist = await mkdtemp(join(tmpdir(), 'porchlight-widget-'));
  const vite = fileURLToPath(new URL('../../../node_modules/vite/bin/vite.js', import.meta.url));
  await promisify(execFile)(process.execPath, [vite, 'build', '--emptyOutDir', '--outDir', dist], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    // Jest's `test` would give Lit's development build.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  process.env.WIDGET_DIST = dist;
}
