import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasBackForwardCache } from '../../../scripts/back-forward-cache.js';
import type { FakeApi } from './fake-api.js';
import { Harness } from './harness.js';

const testIfRestored = (await hasBackForwardCache()) ? test : test.skip;

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const launcher = (page: Page) => page.getByRole('button', { name: 'Open chat' });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });

async function talk(page: Page, api: FakeApi): Promise<void> {
  await launcher(page).click();
  await composer(page).fill('Hello');
  await composer(page).press('Enter');
  await page.getByText('Sent').waitFor();
  const [id = ''] = api.conversations.keys();
  api.addMessage(id, api.agent, 'Hi there');
  await page.getByRole('log').getByText('Hi there').waitFor();
}

/** What one sees of each part of the widget, as the browser computes it. */
function looks(page: Page): Promise<Record<string, string>[]> {
  return page.evaluate(() => {
    const found: Record<string, string>[] = [];
    const walk = (root: ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const style = getComputedStyle(element);
        const of = (name: string) => style.getPropertyValue(name);
        found.push({
          element: `${element.localName}.${element.className}`,
          ...Object.fromEntries(
            [
              'display',
              'position',
              'color',
              'background-color',
              'font',
              'letter-spacing',
              'word-spacing',
              'line-height',
              'text-transform',
              'text-indent',
              'text-shadow',
              'white-space',
              'visibility',
              'pointer-events',
              'padding',
              'border-width',
              'width',
            ].map((name) => [name, of(name)]),
          ),
        });
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.querySelector('chat-widget')?.shadowRoot as ShadowRoot);
    return found;
  });
}

const RESETS: [name: string, css: string][] = [
  ['unset', '* { all: unset !important }'],
  ['initial', '*, *::before, *::after { all: initial }'],
  [
    'shouted',
    `* { letter-spacing: 9px; word-spacing: 30px; text-transform: uppercase; line-height: 3; text-indent: 40px; color: red;
      font: italic 40px serif; text-align: right; white-space: nowrap; text-shadow: 4px 4px red; cursor: wait !important }`,
  ],
  ['out of reach', 'body * { visibility: hidden; pointer-events: none; user-select: none }'],
  [
    'by tag',
    'button, textarea, section, dialog, svg, p { display: none !important } span, a { border: 9px solid red !important }',
  ],
  ['a dark page', ':root { color-scheme: dark; color: white; background: black; font-size: 40px }'],
];

test('no style sheet of the page gets in', async () => {
  const plain = await harness.visit({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await launcher(plain.page).click();
  await plain.page.getByText('Say hello.').waitFor();
  await plain.page.waitForTimeout(400);
  const expected = await looks(plain.page);
  for (const [name, css] of RESETS) {
    const { page } = await harness.visit({
      colorScheme: 'dark',
      reducedMotion: 'reduce',
      head: `<style>${css}</style>`,
    });
    await page.evaluate(() => document.querySelector('chat-widget')?.open());
    await page.getByText('Say hello.').waitFor();
    await page.waitForTimeout(400);
    expect({ name, looks: await looks(page) }).toEqual({ name, looks: expected });
  }
});

test('a page that has odd globals, a base and its own messages', async () => {
  const { api, page, complaints } = await harness.visit({
    head: `<base href="https://elsewhere.example/deep/"><script>
      Array.prototype.toJSON = function () { return 'broken ' + this.length };
      Array.prototype.extra = Object.prototype.inherited = function () { throw new Error('called') };
      Object.prototype.get = undefined;
      delete Object.prototype.get;
      window.heard = [];
      window.onmessage = ({ data }) => heard.push(data);
      window.onerror = (words) => { heard.push(words); return false };
      const plain = window.fetch;
      window.fetch = function (...values) { heard.push('fetch'); return plain.apply(this, values) };
      window.name = window.status = 'odd';
      var open = 1, close = 2, $ = 3, _ = 4, html = 5, css = 6, lit = 7, process = { env: {} }, global = window, module = {}, exports = {};
      define = () => { throw new Error('called') }; define.amd = true;
    </script>`,
  });
  await talk(page, api);
  const heard = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  expect(heard.filter((entry) => entry !== 'fetch')).toEqual([]);
  expect(complaints).toEqual([]);
  expect(api.messages.get([...api.conversations.keys()][0] ?? '')?.map(({ text }) => text)).toEqual([
    'Hello',
    'Hi there',
  ]);
});

test('moved about a hundred times while it loads and talks, it goes on', async () => {
  const { api, page, complaints } = await harness.visit();
  await page.evaluate(async () => {
    const widget = document.querySelector('chat-widget') as HTMLElement & { open(): void };
    widget.open();
    for (let index = 0; index < 100; index++) {
      const place = document.createElement('div');
      document.body.append(place);
      place.append(widget);
      if (index % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  await composer(page).fill('Hello');
  await composer(page).press('Enter');
  await page.getByText('Sent').waitFor();
  await page.evaluate(() => {
    const widget = document.querySelector('chat-widget') as HTMLElement;
    for (let index = 0; index < 100; index++) {
      widget.remove();
      document.body.prepend(widget);
    }
  });
  const [id = ''] = api.conversations.keys();
  await page.waitForTimeout(1_000);
  api.addMessage(id, api.agent, 'Still here?');
  await page.getByRole('log').getByText('Still here?').waitFor();
  expect(complaints).toEqual([]);
});

test('taken out of the page, it is silent; put back, it goes on', async () => {
  const { api, page, complaints } = await harness.visit();
  await talk(page, api);
  expect(api.streams).toBe(1);
  await page.evaluate(() => {
    const widget = document.querySelector('chat-widget') as HTMLElement;
    Object.assign(window, { kept: widget });
    widget.remove();
  });
  await page.waitForTimeout(500);
  expect(api.streams).toBe(0);
  const asked = api.log.length;
  await page.waitForTimeout(1_500);
  expect(api.log.length).toBe(asked);
  const [id = ''] = api.conversations.keys();
  api.addMessage(id, api.agent, 'While you were away');
  await page.evaluate(() => document.body.append((window as unknown as { kept: HTMLElement }).kept));
  await page.getByRole('log').getByText('While you were away').waitFor();
  expect(complaints).toEqual([]);
});

test('removed while the panel is on its way, it says and asks nothing', async () => {
  const { api, page, context, complaints } = await harness.visit();
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await context.route('**/widget/panel*', async (route) => {
    await held;
    await route.continue();
  });
  await launcher(page).click();
  await page.evaluate(() => document.querySelector('chat-widget')?.remove());
  goOn();
  await page.waitForTimeout(800);
  expect(api.log.filter((entry) => entry.includes(' /v1/events') || entry.startsWith('POST'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('carried into another document and back, it goes on', async () => {
  const { page, complaints } = await harness.visit({
    body: '<chat-widget site="demo"></chat-widget><iframe srcdoc="<p>inside"></iframe>',
  });
  await launcher(page).click();
  await page.getByText('Say hello.').waitFor();
  await page.evaluate(async () => {
    const widget = document.querySelector('chat-widget') as HTMLElement;
    document.querySelector('iframe')?.contentDocument?.body.append(widget);
    await new Promise((resolve) => setTimeout(resolve, 500));
    document.body.append(widget);
  });
  await page.getByText('Say hello.').waitFor();
  expect(await page.getByRole('dialog').evaluate((dialog) => getComputedStyle(dialog).width)).toBe('380px');
  expect(complaints).toEqual([]);
});

testIfRestored('the page goes into the back/forward cache, and is up to date when it is back', async () => {
  const { api, page, complaints } = await harness.visit({
    body: '<chat-widget site="demo"></chat-widget><a href="/other">Away</a>',
    others: { '/other': '<p>Other page' },
  });
  await talk(page, api);
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.title = `kept: ${persisted}`;
    }),
  );
  await page.getByRole('link', { name: 'Away' }).click();
  await page.getByText('Other page').waitFor();
  await page.waitForTimeout(500);
  expect(api.streams).toBe(0);
  const [id = ''] = api.conversations.keys();
  api.addMessage(id, api.agent, 'While you were away');
  await page.waitForTimeout(500);
  await page.evaluate(() => history.back());
  await page.getByRole('log').getByText('While you were away').waitFor();
  // The count of what is new may stand before it for a moment.
  expect(await page.title()).toMatch(/kept: true$/);
  expect(api.streams).toBe(1);
  expect(complaints).toEqual([]);
});

test('a page that is busy as the chat connects is not taken for a network that holds streams back', async () => {
  const { api, page, complaints } = await harness.visit({
    before: () => {
      const plain = window.fetch;
      window.fetch = async (...request) => {
        const response = await plain(...request);
        if (String(request[0]).includes('/events/stream')) {
          window.fetch = plain;
          // Until `hello` and the first ping wait side by side.
          const end = performance.now() + 1_500;
          while (performance.now() < end);
        }
        return response;
      };
    },
  });
  await talk(page, api);
  // By then the second one has its first ping.
  await page.waitForTimeout(1_500);
  expect(api.streams).toBe(1);
  expect(api.log.filter((line) => line === 'GET /v1/events/stream')).toHaveLength(2);
  expect(api.log).not.toContain('GET /v1/events');
  expect(complaints).toEqual([]);
});

test('a single-page application swaps the element, the site and the history', async () => {
  const { api, page, complaints } = await harness.visit();
  await talk(page, api);
  await page.evaluate(async () => {
    for (let view = 0; view < 20; view++) {
      history.pushState({}, '', `#view-${view}`);
      document.querySelector('chat-widget')?.remove();
      const widget = document.createElement('chat-widget');
      widget.setAttribute('site', 'demo');
      document.body.append(widget);
      if (view % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await page.getByRole('log').getByText('Hi there').waitFor();
  expect(await page.getByRole('log').getByText('Hello').count()).toBe(1);
  await page.waitForTimeout(500);
  expect(api.streams).toBe(1);
  expect(complaints).toEqual([]);
});
