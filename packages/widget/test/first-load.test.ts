import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { WidgetCall } from '../src/index.js';
import { Harness, strictPolicy } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

test('before the visitor acts: one request, nothing stored, nobody contacted', async () => {
  const { api, page, complaints } = await harness.visit();
  await page.getByRole('button', { name: 'Open chat' }).waitFor();
  await page.waitForTimeout(1_000);
  expect(api.log).toEqual(['GET /widget.js']);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookie: document.cookie,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, cookie: '' });
  expect(complaints).toEqual([]);
});

test('coming near fetches the panel and asks the API nothing', async () => {
  const { api, page } = await harness.visit();
  await page.getByRole('button', { name: 'Open chat' }).hover();
  await page.waitForTimeout(500);
  expect(api.log.filter((entry) => entry.startsWith('GET /widget/')).length).toBeGreaterThan(1);
  expect(api.log.filter((entry) => !entry.startsWith('GET /widget'))).toEqual([]);
});

test('opening reads the site and creates nothing', async () => {
  const { api, page } = await harness.visit();
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByText('Say hello.').waitFor();
  expect(api.log.filter((entry) => entry.includes(' /v1/'))).toEqual(['GET /v1/sites/demo']);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('opening an empty chat makes no format of dates or numbers, the first of which takes a browser long', async () => {
  const { page } = await harness.visit({
    before: () => {
      const made: string[] = [];
      Object.assign(window, { made });
      for (const name of ['DateTimeFormat', 'NumberFormat', 'PluralRules', 'RelativeTimeFormat'] as const) {
        const watched = new Proxy(Intl[name], {
          construct(target, given) {
            made.push(name);
            return Reflect.construct(target, given);
          },
        });
        Object.defineProperty(Intl, name, { value: watched });
      }
    },
  });
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByText('Say hello.').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  const made = () => page.evaluate(() => (window as unknown as { made: string[] }).made);
  expect(await made()).toEqual([]);
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
  await page.keyboard.press('Enter');
  await page.getByText('Sent', { exact: true }).waitFor();
  expect(await made()).toContain('DateTimeFormat');
});

test('works where the page forbids all but the API, and HTML from strings', async () => {
  const { api, page, complaints } = await harness.visit({ policy: strictPolicy });
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
  await page.keyboard.press('Enter');
  await page.getByText('Sent').waitFor();
  const [id = ''] = api.conversations.keys();
  api.addMessage(id, api.agent, 'Hi, **you** there: https://example.com\n- one\n- two\n```\ncode\n```');
  await page.getByRole('link', { name: 'https://example.com' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a returning visitor is connected once the page is idle', async () => {
  const { api, page } = await harness.visit({ returning: true }, (fake) => {
    fake.becomeVisitor();
    const { id } = fake.addConversation();
    fake.addMessage(id, fake.agent, 'We have an answer.');
  });
  await page.getByRole('button', { name: 'Open chat, 1 unread message' }).waitFor();
  expect(api.log).toContain('POST /v1/sites/demo/visitors');
});

test('calls pushed before and after it has loaded are run, a bad one harms no other', async () => {
  const { page, complaints } = await harness.visit({
    before: () => {
      window.porchlight = [
        () => {
          throw new Error('bad call');
        },
        (widget) => widget.prefill('From the queue'),
      ] satisfies WidgetCall[];
    },
  });
  await page.evaluate(() => window.porchlight?.push((widget) => widget.open()));
  const composer = page.getByRole('textbox', { name: 'Message' });
  await composer.waitFor();
  await page.waitForFunction(
    (box) => (box as HTMLTextAreaElement).value === 'From the queue',
    await composer.elementHandle(),
  );
  expect(complaints).toEqual(['Error: bad call']);
});

test('says so when the panel cannot be fetched, and tries again', async () => {
  const { page, context } = await harness.visit();
  await context.route('**/widget/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByText('The chat could not be loaded').waitFor();
  await context.unroute('**/widget/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Say hello.').waitFor();
});

test('two widgets, and the script twice, stand side by side', async () => {
  const { page, complaints } = await harness.visit({
    body: '<chat-widget site="demo"></chat-widget><chat-widget site="demo" position="bottom-left"></chat-widget>',
  });
  await page.evaluate(() => {
    const script = document.querySelector('script') as HTMLScriptElement;
    const again = document.createElement('script');
    again.type = 'module';
    again.src = `${script.src}?again`;
    document.head.append(again);
    return new Promise((resolve) => again.addEventListener('load', resolve));
  });
  // An open one is called otherwise.
  await page.getByRole('button', { name: 'Open chat' }).first().click();
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByText('Say hello.').nth(1).waitFor();
  expect(complaints).toEqual([]);
});

test('an element may be moved and comes back', async () => {
  const { page, complaints } = await harness.visit();
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByText('Say hello.').waitFor();
  await page.evaluate(() => {
    const widget = document.querySelector('chat-widget') as HTMLElement;
    const place = document.createElement('div');
    document.body.append(place);
    place.append(widget);
  });
  await page.getByText('Say hello.').waitFor();
  expect(complaints).toEqual([]);
});

test('the page styles parts and fills slots', async () => {
  const { page } = await harness.visit({
    body: `<style>chat-widget::part(send) { background: rgb(1, 2, 3) } chat-widget::part(header) { color: rgb(4, 5, 6) }</style>
      <chat-widget site="demo"><p slot="empty">Ask about our cats</p></chat-widget>`,
  });
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByText('Ask about our cats').waitFor();
  expect(await page.getByText('Say hello.').isVisible()).toBe(false);
  const style = (selector: string, property: 'backgroundColor' | 'color') =>
    page.locator(selector).evaluate((node, name) => getComputedStyle(node)[name], property);
  expect(await style('chat-composer .send', 'backgroundColor')).toBe('rgb(1, 2, 3)');
  expect(await style('chat-panel header', 'color')).toBe('rgb(4, 5, 6)');
});

test('importing has no side effect, and needs no DOM', async () => {
  await expect(import('../src/index.js')).resolves.toHaveProperty('ChatWidgetElement');
});
