import { existsSync } from 'node:fs';
import { env, loadEnvFile } from 'node:process';
import { StartError } from './start-error.js';

/** Addresses that a browser on this machine calls localhost. */
const LOCAL = new Set(['127.0.0.1', '::1', '0.0.0.0', '::']);

/** Reads .env if there is one; what the environment already says wins. */
export function loadEnvironment() {
  if (existsSync('.env')) loadEnvFile('.env');
}

function port(name, fallback) {
  const value = env[name] || String(fallback);
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > 65535) throw new StartError(`${name} is not a port number.`);
  return number;
}

/** What this script itself needs to know. The API reads the same variables, and checks the rest of them. */
export function readSettings(argv) {
  const unknown = argv.find((argument) => argument !== '--logs');
  if (unknown) throw new StartError(`Unknown option ${unknown}. There is one: --logs shows the API's log here.`);
  const host = env.HOST || '127.0.0.1';
  const apiPort = port('PORT', 3000);
  const name = host.includes(':') ? `[${host}]` : host;
  const local = `http://${LOCAL.has(host) ? 'localhost' : name}`;
  const apiUrl = (env.PUBLIC_URL || `${local}:${apiPort}`).replace(/\/+$/, '');
  if (!URL.canParse(apiUrl)) throw new StartError('PUBLIC_URL is not a URL such as https://chat.example.com.');
  const demoPort = port('DEMO_PORT', 3001);
  if (demoPort === apiPort)
    throw new StartError('PORT and DEMO_PORT are the same. The demo site needs a port of its own.');
  return {
    host,
    apiPort,
    apiUrl,
    /** Where this machine reaches the API, whatever stands in front of it. */
    apiLocalUrl: `${local}:${apiPort}`,
    demo: (env.DEMO_SITE || 'true') === 'true',
    demoPort,
    demoUrl: `${local}:${demoPort}`,
    dataDir: env.DATA_DIR || 'data',
    adminEmail: env.ADMIN_EMAIL || undefined,
    showLogs: argv.includes('--logs'),
  };
}
