import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { chromium } from 'playwright-core';

const INSTALLED = [
  env.CHROME_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chrome's sandbox does not start as root, as in a container; nor do we want it to call anybody but us. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Playwright turns the back/forward cache off, which people have on. */
const ignoreDefaultArgs = ['--disable-back-forward-cache'];

/**
 * A real browser: the one that CHROME_PATH names, an installed one, else the one that npm ships. A headless shell goes
 * before a whole Chrome, which draws a window for every visitor: a visit takes a third of the time.
 */
export async function launchBrowser() {
  const installed = INSTALLED.find((path) => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET, ignoreDefaultArgs });
  // Makes it unpack the libraries that it needs as well.
  env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // Not with the arguments it suggests: they turn the same-origin policy off, and put all into one process that falls as one.
  return chromium.launch({ executablePath: await packed.executablePath(), args: QUIET, ignoreDefaultArgs });
}
