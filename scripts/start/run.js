import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ApiProcess } from './api-process.js';
import { requireFreePort } from './free-port.js';
import { LogFile } from './log-file.js';
import { prepare } from './prepare.js';
import { complain, say, step, welcome } from './screen.js';
import { loadEnvironment, readSettings } from './settings.js';
import { StartError } from './start-error.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything from `npm start` to Ctrl-C. The exit code is 0 after a stop, and the API's own if it fails. */
export async function run(argv) {
  const interrupt = new AbortController();
  let api;
  let stopping = false;

  async function stop() {
    if (stopping) return api?.kill();
    stopping = true;
    interrupt.abort();
    say('Stopping …');
    await api?.stop();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

  try {
    process.chdir(root);
    loadEnvironment();
    const settings = readSettings(argv);
    await requireFreePort(settings.apiPort, settings.host, 'PORT');
    if (settings.demo) await requireFreePort(settings.demoPort, settings.host, 'DEMO_PORT');
    await prepare(interrupt.signal);

    const log = settings.showLogs ? undefined : new LogFile(join(settings.dataDir, 'api.log'));
    api = new ApiProcess(settings, log);
    if (log) await step('Starting', () => api.ready(settings.apiLocalUrl));
    else await api.ready(settings.apiLocalUrl);
    if (settings.demo) await serveDemoSite(settings);
    welcome({
      demoUrl: settings.demo ? settings.demoUrl : undefined,
      inboxUrl: `${settings.apiUrl}/inbox/`,
      signIn: api.firstAdmin ?? (settings.adminEmail ? { email: settings.adminEmail } : undefined),
      logs: log?.path,
    });

    const code = await api.ended;
    if (stopping) return;
    throw new StartError(api.complaint || `The API stopped by itself with exit code ${code}.`, code || 1);
  } catch (error) {
    if (stopping) return;
    complain(error instanceof StartError ? error.message : (error.stack ?? error));
    process.exitCode = error instanceof StartError ? error.exitCode : 1;
    if (api) await api.stop();
    process.exit();
  }
}

/** In this process, not in one more: the demo site is a few files in memory. */
async function serveDemoSite({ apiUrl, demoPort, host }) {
  const { startDemoSite } = await import('@porchlight/demo-site/server');
  try {
    await startDemoSite({ port: demoPort, host, apiOrigin: new URL(apiUrl).origin });
  } catch (error) {
    throw new StartError(`The demo site cannot listen on port ${demoPort} (DEMO_PORT): ${error.code}.`);
  }
}
