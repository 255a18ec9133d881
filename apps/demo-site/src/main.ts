import { startDemoSite } from './server.js';

const port = Number(process.env['DEMO_PORT'] ?? 3001);
const apiOrigin = process.env['API_ORIGIN'] ?? 'http://localhost:3000';

try {
  await startDemoSite({ port, host: process.env['HOST'] ?? '127.0.0.1', apiOrigin });
  process.stdout.write(`The demo site is at http://localhost:${port}/ and asks ${apiOrigin} for the chat.\n`);
} catch (error) {
  process.stderr.write(`The demo site cannot listen on port ${port}: ${(error as NodeJS.ErrnoException).code}\n`);
  process.exitCode = 1;
}
