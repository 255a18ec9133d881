import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import type { FakeApi } from './fake-api.js';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

type Place = Page | FrameLocator;

async function say(place: Place, text: string): Promise<void> {
  const composer = place.getByRole('textbox', { name: 'Message' });
  await composer.fill(text);
  await composer.press('Enter');
}

const NOT_KEPT = 'This browser keeps nothing';
const isPost = (method: string, path: string) => method === 'POST' && path.startsWith('/v1/conversations');

const framed = { '/framed': '<chat-widget site="demo"></chat-widget>' };
const withFrame = (attributes: string) => `<iframe ${attributes} width="600" height="700"></iframe>`;

/** Talks where nothing can be kept, unless the browser keeps it after all. */
async function talk(api: FakeApi, place: Place, kept = false): Promise<void> {
  await place.getByRole('button', { name: 'Open chat' }).click();
  api.trouble = (method, path) => (isPost(method, path) ? 'cut' : undefined);
  await say(place, 'Hello');
  if (!kept) await place.getByText(NOT_KEPT).waitFor();
  api.trouble = () => undefined;
  await place.getByText('Sent', { exact: true }).waitFor({ timeout: 20_000 });
  expect(await place.getByText(NOT_KEPT).count()).toBe(0);
  const [id = ''] = api.conversations.keys();
  api.addMessage(id, api.agent, 'Hi');
  await place.getByRole('log').getByText('Hi').waitFor();
  await say(place, 'Bye');
  await place.getByRole('log').getByText('Bye').waitFor();
}

test('in a frame without an origin of its own', async () => {
  const body = withFrame('sandbox="allow-scripts" src="/framed"');
  const { api, page, complaints } = await harness.visit({ body, others: framed });
  await talk(api, page.frameLocator('iframe'));
  expect(complaints).toEqual([]);
});

/** A whole Chrome gives such a frame no storage, a headless shell does. */
test('in a frame of another site', async () => {
  const { api, page, complaints } = await harness.visit({ body: withFrame(''), others: framed });
  await page.evaluate(() => {
    (document.querySelector('iframe') as HTMLIFrameElement).src = `http://localhost:${location.port}/framed`;
  });
  await page.frameLocator('iframe').getByRole('button', { name: 'Open chat' }).waitFor();
  const kept = await page
    .frames()[1]
    ?.evaluate(() => localStorage.length >= 0)
    .catch(() => false);
  if (process.env['REQUIRE_SERVICES'] === '1') expect(kept).toBe(false);
  await talk(api, page.frameLocator('iframe'), kept);
  expect(complaints).toEqual([]);
});

test('in a frame of the same site it knows its visitor again', async () => {
  const { api, page, complaints } = await harness.visit({ body: withFrame('src="/framed"'), others: framed });
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Open chat' }).click();
  await say(frame, 'Hello');
  await frame.getByText('Sent', { exact: true }).waitFor();
  const [id = ''] = api.conversations.keys();
  await page.evaluate(() => {
    (document.querySelector('iframe') as HTMLIFrameElement).src += '?again';
  });
  await api.untilStreams(false);
  api.addMessage(id, api.agent, 'Are you back?');
  await frame.getByRole('button', { name: 'Open chat, 1 unread message' }).click();
  await frame.getByRole('log').getByText('Are you back?').waitFor();
  expect(api.conversations.size).toBe(1);
  expect(complaints).toEqual([]);
});

test.each([
  [
    'throws',
    () => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
        const get = () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        };
        Object.defineProperty(window, name, { get });
      }
      Object.defineProperty(Document.prototype, 'cookie', {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    },
  ],
  [
    'is missing',
    () => {
      for (const name of ['localStorage', 'indexedDB', 'BroadcastChannel']) {
        Object.defineProperty(window, name, { value: undefined });
      }
      Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    },
  ],
  [
    'refuses every use',
    () => {
      const refuse = () => Promise.reject(new DOMException('Locks are not for this page.', 'SecurityError'));
      LockManager.prototype.request = refuse as typeof LockManager.prototype.request;
      IDBFactory.prototype.open = () => {
        throw new DOMException('No', 'SecurityError');
      };
      Storage.prototype.setItem =
        Storage.prototype.getItem =
        Storage.prototype.removeItem =
          () => {
            throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
          };
    },
  ],
])('storage that %s', async (_, before) => {
  const { api, page, complaints } = await harness.visit({ before });
  await talk(api, page);
  expect(complaints).toEqual([]);
});

test('a full disk: the message is sent all the same, and it says that it is not kept', async () => {
  const { api, page, context, complaints } = await harness.visit();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 });
  await page.getByRole('button', { name: 'Open chat' }).click();
  api.trouble = (method, path) => (isPost(method, path) ? 'cut' : undefined);
  await say(page, 'Hello '.repeat(1_500));
  await page.getByText(NOT_KEPT).waitFor();
  api.trouble = () => undefined;
  await page.getByText('Sent', { exact: true }).waitFor({ timeout: 20_000 });
  expect(complaints).toEqual([]);
});

test('no cookie is ever set, read or sent', async () => {
  const { api, page, context } = await harness.visit({
    before: () => {
      Object.defineProperty(Document.prototype, 'cookie', {
        get() {
          throw new Error('read');
        },
        set() {
          throw new Error('written');
        },
      });
    },
  });
  await context.addCookies([{ name: 'of', value: 'theirs', url: api.origin }]);
  const sent: string[] = [];
  page.on('request', async (request) => {
    const { cookie } = await request.allHeaders();
    if (cookie) sent.push(`${request.url()} ${cookie}`);
  });
  await page.getByRole('button', { name: 'Open chat' }).click();
  await say(page, 'Hello');
  await page.getByText('Sent', { exact: true }).waitFor();
  await page.waitForTimeout(300);
  expect(sent).toEqual([]);
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['of']);
});
