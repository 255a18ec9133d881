import { createServer } from 'node:http';
import { env } from 'node:process';
import { launchBrowser } from './browser.js';

const PAGE = `<!doctype html><title>new</title>
<script>addEventListener('pageshow', ({ persisted }) => { if (persisted) document.title = 'restored'; });</script>`;

/**
 * Whether the browser at hand brings pages back from the back/forward cache. An installed Chrome or Chromium does; a
 * headless shell, such as npm ships, does it for no page at all. With REQUIRE_SERVICES=1 it must.
 */
export async function hasBackForwardCache() {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(url);
  await page.goto(`${url}next`);
  await page.goBack({ waitUntil: 'commit' });
  const restored = (await page.title()) === 'restored';
  await browser.close();
  server.closeAllConnections();
  server.close();
  if (!restored && env.REQUIRE_SERVICES === '1') {
    throw new Error('No browser with a back/forward cache, and REQUIRE_SERVICES=1');
  }
  return restored;
}
