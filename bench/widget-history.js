import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { launchBrowser } from '../scripts/browser.js';

/**
 * `node bench/widget-history.js`: how long it takes to open a conversation of 10,000 messages, and how smoothly it
 * scrolls from the latest to the very first, in a browser at a quarter of its speed, or at another part of it that the
 * first argument names (2 for half). Needs a build.
 */

const COUNT = 10_000;
/** The processor is slowed down by this factor. */
const THROTTLE = Number(process.argv[2] ?? 4);
/** A task that takes longer is felt, in milliseconds. */
const LONG_TASK = 50;

const DIST = new URL('../packages/widget/dist/', import.meta.url);
const WORDS = 'the kiln was still warm when she opened it and every bowl had kept its colour'.split(' ');
const visitor = { id: 'v', site: 'demo', name: 'Mika', named: true, createdAt: '2026-01-01T00:00:00.000Z' };
const authors = [
  { kind: 'visitor', id: 'v', name: 'Mika' },
  { kind: 'agent', id: 'a', name: 'Ada Lovelace' },
];

/** Of mixed length: from one word to several paragraphs, some with Markdown. */
function textOf(seq) {
  const length = 1 + ((seq * 7919) % 23) ** 2 / 4;
  const text = Array.from({ length }, (_, index) => WORDS[(seq + index * 5) % WORDS.length]).join(' ');
  if (seq % 11 === 0) return `**${text}**\n\n- one\n- two with \`code\``;
  return seq % 13 === 0 ? `${text} https://example.com/${seq}` : text;
}

const messages = Array.from({ length: COUNT }, (_, index) => ({
  id: `m${index + 1}`,
  conversationId: 'c',
  clientId: `k${index + 1}`,
  seq: index + 1,
  author: authors[(index >> 1) % 2],
  audience: 'everyone',
  text: textOf(index + 1),
  attachments: [],
  createdAt: new Date(Date.UTC(2026, 0, 1) + index * 90_000).toISOString(),
}));
const conversation = {
  id: 'c',
  kind: 'support',
  site: 'demo',
  status: 'open',
  lastMessage: messages.at(-1),
  lastSeq: COUNT,
  unread: 0,
  createdAt: visitor.createdAt,
  updatedAt: messages.at(-1).createdAt,
};
const site = {
  key: 'demo',
  name: 'Kiln & Co',
  texts: { heading: 'Kiln & Co', greeting: 'Say hello.' },
  theme: { hue: 262 },
  languages: ['en'],
  availability: { available: true, agents: 1 },
  preChat: [],
  rooms: [],
  limits: { text: 10_000, name: 60 },
};

/** The page, the built widget and as much of the API as a returning visitor asks for. */
async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const json = (body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  if (pathname === '/') {
    response.setHeader('content-type', 'text/html');
    response.end(
      '<!doctype html><title>A page</title><script type=module src=/widget.js></script><chat-widget site=demo></chat-widget>',
    );
  } else if (pathname.startsWith('/widget')) {
    const file = await readFile(new URL(`.${pathname}`, DIST)).catch(() => undefined);
    response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript' }).end(file);
  } else if (pathname === '/v1/sites/demo') json(site);
  else if (pathname === '/v1/sites/demo/visitors') json({ token: 't', visitor, cursor: 'e.1' });
  else if (pathname === '/v1/conversations') json({ items: [conversation] });
  else if (pathname === '/v1/conversations/c') json(conversation);
  else if (pathname.endsWith('/messages')) {
    const before = Number(searchParams.get('before') ?? COUNT + 1);
    const start = Math.max(0, before - 1 - Number(searchParams.get('limit') ?? 50));
    json({ items: messages.slice(start, before - 1), hasMore: start > 0, receipts: [] });
  } else if (pathname === '/v1/events/stream') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const hello = { protocol: 1, cursor: 'e.1', heartbeatMs: 15_000, resumed: true };
    response.write(`event: hello\nid: e.1\ndata: ${JSON.stringify(hello)}\n\n`);
    setTimeout(() => response.write(': ping\n\n'), 1_000);
  } else json({});
}

/** In the page: everything that takes long from now on. */
function watchLongTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) =>
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    type: 'longtask',
  });
}

/** In the page: from the click to the painted message. */
async function openPanel() {
  const widget = document.querySelector('chat-widget');
  const start = performance.now();
  widget.shadowRoot.querySelector('button').click();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const list = () => widget.shadowRoot.querySelector('chat-panel')?.shadowRoot?.querySelector('chat-message-list');
  const shown = () => [...(list()?.shadowRoot?.querySelectorAll('.message') ?? [])].at(-1)?.dataset.id;
  while (shown() !== 'm10000') await frame();
  // Until it is on the screen.
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - start;
}

/** In the page: scrolls up by so many pixels a frame, until the first message is there or so many frames are over. */
async function scrollUp([step, atMost]) {
  const root = document
    .querySelector('chat-widget')
    .shadowRoot.querySelector('chat-panel')
    .shadowRoot.querySelector('chat-message-list').shadowRoot;
  const viewport = root.querySelector('#viewport');
  const rows = () => root.querySelectorAll('.message');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  let most = 0;
  let largestJump = 0;
  let frames = 0;
  while (!root.querySelector('[data-id=m1]') && frames < atMost) {
    viewport.scrollTop -= step;
    const top = viewport.getBoundingClientRect().top;
    const reading = [...rows()].find((row) => row.getBoundingClientRect().bottom > top + 40);
    const place = reading?.getBoundingClientRect().top;
    await frame();
    frames++;
    if (reading?.isConnected)
      largestJump = Math.max(largestJump, Math.abs(reading.getBoundingClientRect().top - place));
    most = Math.max(most, rows().length);
  }
  return { seconds: (performance.now() - start) / 1000, frames, most, largestJump };
}

const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await launchBrowser();

async function visit(settled) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript((api) => {
    localStorage.setItem(`porchlight:${api}:demo`, 't');
    localStorage.setItem('porchlight:demo:hint', '{"session":true,"hue":262}');
  }, origin);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.goto(origin);
  await page.waitForFunction(() => customElements.get('chat-widget'));
  // A returning visitor is connected again when the page is idle.
  if (settled) await page.waitForFunction(() => document.querySelector('chat-widget').connection === 'live');
  await page.waitForTimeout(settled ? 1_500 : 0);
  await page.evaluate(watchLongTasks);
  return { page, close: () => context.close() };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const line = (what, value) => console.log(`${what.padEnd(58)}${value}`);

async function timesToOpen(settled) {
  const times = [];
  for (let round = 0; round < 5; round++) {
    const { page, close } = await visit(settled);
    times.push(await page.evaluate(openPanel));
    await close();
  }
  return `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`;
}

console.log(`${COUNT} messages, processor slowed ${THROTTLE} times, ${browser.version()}\n`);
line('opening once the page is idle, median of 5', await timesToOpen(true));
line('opening at once, everything still to be fetched, median of 5', await timesToOpen(false));

/** A hand flings a page by a hundred pixels in a frame or so; four times that is further than anybody reads. */
async function scroll(step, frames) {
  const { page, close } = await visit(true);
  await page.evaluate(openPanel);
  await page.waitForTimeout(1_000);
  await page.evaluate(() => window.longTasks.splice(0));
  const result = await page.evaluate(scrollUp, [step, frames]);
  const longTasks = await page.evaluate(() => window.longTasks);
  console.log(`\nscrolling up, ${step} px a frame`);
  line('  frames', `${result.frames} in ${result.seconds.toFixed(1)} s`);
  line(`  tasks of more than ${LONG_TASK} ms`, String(longTasks.length));
  line('  the longest of them', longTasks.length > 0 ? `${Math.max(...longTasks).toFixed(0)} ms` : 'none');
  line('  most messages in the document at one time', String(result.most));
  line('  largest move of what is being read', `${result.largestJump.toFixed(1)} px`);
  await close();
}

await scroll(100, 1_000);
// To the very first message.
await scroll(400, Number.MAX_SAFE_INTEGER);
await browser.close();
server.closeAllConnections();
server.close();
