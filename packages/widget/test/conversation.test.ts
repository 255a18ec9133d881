import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { ChatWidgetElement } from '../src/index.js';
import type { FakeApi } from './fake-api.js';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const open = (page: Page) => page.getByRole('button', { name: /^Open chat/ }).click();
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const log = (page: Page) => page.getByRole('log');

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** A conversation of earlier days. */
function history(count: number) {
  return (api: FakeApi) => {
    api.becomeVisitor();
    const { id } = api.addConversation();
    for (let index = 1; index <= count; index++) {
      const createdAt = new Date(Date.now() - (count - index + 10) * 60_000).toISOString();
      api.addMessage(id, index % 2 ? api.agent : api.author, `Message ${index}`, { createdAt });
    }
    api.updateConversation(id, { unread: 0 });
  };
}

const only = (api: FakeApi): string => [...api.conversations.keys()][0] ?? '';
const end = (list: Locator) => list.evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight);

test('a first message makes visitor and conversation, and the answer comes by itself', async () => {
  const { api, page } = await harness.visit();
  await open(page);
  await say(page, 'Do you ship to Portugal?');
  await page.getByText('Sent').waitFor();
  api.type(only(api), api.agent);
  await page.getByText('Ada Lovelace is typing').waitFor();
  api.addMessage(only(api), api.agent, 'Yes, **we do**.');
  await log(page).getByText('we do').waitFor();
  await say(page, 'Great');
  await log(page).getByText('Great').waitFor();
  await page.getByText('Sent').waitFor();
  api.read(only(api), 3);
  await page.getByText('Read', { exact: true }).waitFor();
  expect(api.conversations.size).toBe(1);

  await page.reload();
  await open(page);
  await log(page).getByText('Do you ship to Portugal?').waitFor();
  await log(page).getByText('we do').waitFor();
});

test('what is entered before the chat has loaded is sent as soon as it has, to the conversation of before', async () => {
  const { api, page, context } = await harness.visit({ returning: true }, history(1));
  let allow = (): void => undefined;
  const allowed = new Promise<void>((resolve) => {
    allow = resolve;
  });
  await context.route('**/v1/sites/demo', async (route) => {
    await allowed;
    await route.continue();
  });
  // The page before may have asked already: it was idle.
  await page.reload();
  await open(page);
  await say(page, 'Are you still there?');
  expect(await composer(page).inputValue()).toBe('Are you still there?');
  allow();
  await log(page).getByText('Are you still there?').waitFor();
  await page.getByText('Sent').waitFor();
  expect(await composer(page).inputValue()).toBe('');
  expect(api.messages.get(only(api))?.map(({ text }) => text)).toEqual(['Message 1', 'Are you still there?']);
});

test('Enter sends, Shift+Enter breaks, nothing empty is sent', async () => {
  const { api, page } = await harness.visit();
  await open(page);
  await composer(page).fill('  ');
  await composer(page).press('Enter');
  await composer(page).fill('');
  await composer(page).pressSequentially('one');
  await composer(page).press('Shift+Enter');
  await composer(page).pressSequentially('two');
  expect(await composer(page).inputValue()).toBe('one\ntwo');
  await composer(page).press('Enter');
  await page.getByText('Sent').waitFor();
  expect(api.messages.get(only(api))?.map(({ text }) => text)).toEqual(['one\ntwo']);
  expect(await composer(page).inputValue()).toBe('');
});

test('an Enter that ends the composition of an input method does not send', async () => {
  const { api, page } = await harness.visit();
  await open(page);
  await composer(page).fill('にほん');
  await composer(page).evaluate((box) => {
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true }));
  });
  await page.waitForTimeout(200);
  expect(await composer(page).inputValue()).toBe('にほん');
  expect(api.conversations.size).toBe(0);
});

test('the composer grows to six lines and no further', async () => {
  const { page } = await harness.visit();
  await open(page);
  const height = () => composer(page).evaluate((box) => (box as HTMLElement).offsetHeight);
  const one = await height();
  await composer(page).fill('1\n2\n3');
  expect(await height()).toBeCloseTo(one + 2 * 24);
  await composer(page).fill('1\n2\n3\n4\n5\n6\n7\n8\n9');
  expect(await height()).toBeCloseTo(one + 5 * 24);
  await composer(page).fill('');
  expect(await height()).toBeCloseTo(one);
});

test('a refused message says why, and is tried again or taken back', async () => {
  const { api, page } = await harness.visit({ returning: true }, history(2));
  await open(page);
  await log(page).getByText('Message 2').waitFor();
  api.trouble = (method, path) =>
    method === 'POST' && path.endsWith('/messages') ? { status: 422, code: 'refused' } : undefined;
  await say(page, 'First');
  await page.getByText('Not sent. Writing is not allowed here').waitFor();
  api.trouble = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Sent').waitFor();
  expect(api.messages.get(only(api))?.at(-1)?.text).toBe('First');

  api.trouble = () => ({ status: 422, code: 'refused' });
  await say(page, 'Second');
  await page.getByRole('button', { name: 'Remove' }).click();
  expect(await composer(page).inputValue()).toBe('Second');
  expect(await log(page).getByText('Second').count()).toBe(0);
});

test('a closed conversation says so, and writing opens it again', async () => {
  const { api, page } = await harness.visit({ returning: true }, history(2));
  await open(page);
  await log(page).getByText('Message 2').waitFor();
  api.updateConversation(only(api), { status: 'closed' });
  await page.getByText('This conversation is closed.').waitFor();
  await say(page, 'One more thing');
  await page.getByText('Sent').waitFor();
  await page.getByText('This conversation is closed.').waitFor({ state: 'detached' });
});

test('a lost connection is told of after two seconds, and only then', async () => {
  const { api, page } = await harness.visit({ returning: true }, history(1));
  await open(page);
  await log(page).getByText('Message 1').waitFor();
  await page.waitForTimeout(500);
  api.trouble = () => 'cut';
  api.cut();
  await page.waitForTimeout(1_200);
  expect(await page.getByText('Reconnecting').count()).toBe(0);
  await page.getByText('Reconnecting').waitFor();
  await say(page, 'Are you there?');
  await page.getByText('Sending').waitFor();
  api.trouble = () => undefined;
  await page.getByText('Sent').waitFor({ timeout: 15_000 });
  await page.getByText('Reconnecting').waitFor({ state: 'detached', timeout: 15_000 });
});

test('a device without network says so, and sends when it is back', async () => {
  const { page, context } = await harness.visit({ returning: true }, history(1));
  await open(page);
  await log(page).getByText('Message 1').waitFor();
  await page.waitForTimeout(500);
  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor({ timeout: 60_000 });
  await say(page, 'From the tunnel');
  await page.getByText('Sending').waitFor();
  await context.setOffline(false);
  await page.getByText('Sent').waitFor({ timeout: 15_000 });
  await page.getByText('You are offline.').waitFor({ state: 'detached', timeout: 15_000 });
});

test('what came while the panel was closed counts, is marked as new, and is read once seen', async () => {
  const { api, page } = await harness.visit({ returning: true }, history(1));
  await open(page);
  await log(page).getByText('Message 1').waitFor();
  await page.keyboard.press('Escape');
  api.addMessage(only(api), api.agent, 'First new');
  api.addMessage(only(api), api.agent, 'Second new');
  await page.getByRole('button', { name: 'Open chat, 2 unread messages' }).click();
  await log(page).getByText('New messages').waitFor();
  await page.waitForFunction(() => document.querySelector('chat-widget')?.unreadCount === 0);
  while (!api.log.some((entry) => entry.endsWith('/receipt'))) await new Promise((resolve) => setTimeout(resolve, 20));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  expect(await log(page).getByText('New messages').count()).toBe(0);
});

test('who reads above stays there; the button leads to what is new', async () => {
  const { api, page } = await harness.visit({ returning: true }, history(45));
  await open(page);
  const list = log(page);
  await list.getByText('Message 45', { exact: true }).waitFor();
  await page.waitForTimeout(300);
  expect(await end(list)).toBeLessThan(2);
  await list.evaluate((node) => {
    node.scrollTop -= 1_000;
  });
  await page.getByRole('button', { name: 'Jump to latest' }).waitFor();
  const before = await list.evaluate((node) => node.scrollTop);
  api.addMessage(only(api), api.agent, 'A new one');
  await page.getByRole('button', { name: '1 new message' }).waitFor();
  expect(await list.evaluate((node) => node.scrollTop)).toBe(before);
  await page.getByRole('button', { name: '1 new message' }).click();
  await page.waitForTimeout(800);
  expect(await end(list)).toBeLessThan(2);
  expect(await page.getByRole('button', { name: 'Jump to latest' }).count()).toBe(0);
});

test.each([120, 400])(
  'older messages come above without a jump, by %i pixels a step, and few are in the document',
  async (step) => {
    const { page } = await harness.visit({ returning: true }, history(400));
    await open(page);
    const list = log(page);
    await list.getByText('Message 400', { exact: true }).waitFor();
    await page.waitForTimeout(300);
    const jumps = await list.evaluate(async (node, pixels) => {
      const root = node.getRootNode() as ShadowRoot;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const rows = () => [...root.querySelectorAll<HTMLElement>('.message')];
      const found: number[] = [];
      let most = 0;
      for (let step = 0; step < 400 && !rows()[0]?.textContent?.includes('Message 1\n'); step++) {
        const before = node.getBoundingClientRect().top;
        node.scrollTop -= pixels;
        const reading = rows().find((row) => row.getBoundingClientRect().bottom > before + 40);
        const place = reading?.getBoundingClientRect().top ?? 0;
        await frame();
        await frame();
        if (reading?.isConnected) found.push(Math.abs(reading.getBoundingClientRect().top - place));
        most = Math.max(most, rows().length);
        if (rows().some((row) => row.querySelector('.bubble')?.textContent?.trim() === 'Message 1')) break;
      }
      return { largest: Math.max(...found), steps: found.length, most };
    }, step);
    await list.getByText('Message 1', { exact: true }).waitFor();
    expect(jumps.largest).toBeLessThan(3);
    expect(jumps.most).toBeLessThanOrEqual(100);
    expect(jumps.steps).toBeGreaterThan(2_400 / step);

    // And all the way back.
    await page.getByRole('button', { name: 'Jump to latest' }).click();
    await list.getByText('Message 400', { exact: true }).waitFor();
    expect(await end(list)).toBeLessThan(2);
    const count = await list.locator('.message').count();
    expect(count).toBeLessThanOrEqual(100);
    // Nothing stays of what was taken away, or a long history would become slower and slower.
    expect(await list.locator('#content').evaluate(({ childNodes }) => childNodes.length)).toBeLessThan(4 * count + 40);
  },
);

test('methods: send, prefill, a new conversation', async () => {
  const { api, page } = await harness.visit({ returning: true }, history(1));
  const widget = page.locator('chat-widget');
  await widget.evaluate((element) => (element as ChatWidgetElement).sendMessage('By the page'));
  await page.waitForTimeout(600);
  expect(api.messages.get(only(api))?.at(-1)?.text).toBe('By the page');
  await widget.evaluate((element) => (element as ChatWidgetElement).startConversation());
  await page.getByText('Say hello.').waitFor();
  await widget.evaluate((element) => (element as ChatWidgetElement).prefill('Half a thought'));
  await page.waitForTimeout(100);
  expect(await composer(page).inputValue()).toBe('Half a thought');
  await composer(page).press('Enter');
  await page.getByText('Sent').waitFor();
  expect(api.conversations.size).toBe(2);
});

test('a new conversation may be asked for before anything is there', async () => {
  const { page } = await harness.visit({ returning: true }, history(1));
  await page.locator('chat-widget').evaluate((element) => (element as ChatWidgetElement).startConversation());
  await page.getByText('Say hello.').waitFor();
  await page.waitForTimeout(500);
  expect(await page.getByText('Message 1').count()).toBe(0);
});

test('the page hears of everything', async () => {
  const { api, page } = await harness.visit();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['chat-open', 'chat-close', 'chat-message', 'chat-conversation', 'chat-connection'] as const) {
      document.addEventListener(type, (event) => {
        const { detail } = event as CustomEvent;
        heard.push([type, detail?.message?.text, detail?.connection].filter(Boolean).join(' '));
      });
    }
  });
  await open(page);
  await say(page, 'Hello');
  await page.getByText('Sent').waitFor();
  api.addMessage(only(api), api.agent, 'Hi');
  await log(page).getByText('Hi').waitFor();
  await page.keyboard.press('Escape');
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard[0]).toBe('chat-open');
  expect(heard.at(-1)).toBe('chat-close');
  expect(heard).toEqual(
    expect.arrayContaining(['chat-connection live', 'chat-conversation', 'chat-message Hello', 'chat-message Hi']),
  );
});

test.each([
  [404, 'not_found', 'This chat is not set up yet', 'There is no site with the key “demo”.'],
  [403, 'origin_not_allowed', 'This chat cannot be used here', 'is not among the addresses'],
])('a site that answers %i %s', async (status, code, title, hint) => {
  const { page } = await harness.visit({}, (api) => {
    api.trouble = () => ({ status, code });
  });
  await open(page);
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByText(hint).waitFor();
});

test('an API that cannot be reached', async () => {
  const { api, page } = await harness.visit({}, (fake) => {
    fake.trouble = () => 'cut';
  });
  await open(page);
  await page.getByRole('heading', { name: 'The chat cannot be reached' }).waitFor();
  api.trouble = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Say hello.').waitFor();
});

test('a session that was ended elsewhere', async () => {
  const { api, page } = await harness.visit({ returning: true }, history(1));
  await open(page);
  await log(page).getByText('Message 1').waitFor();
  await page.waitForTimeout(300);
  api.trouble = (_, path) => (path.startsWith('/v1/events') ? { status: 401, code: 'unauthenticated' } : undefined);
  api.cut();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  api.trouble = () => undefined;
  await page.getByRole('button', { name: 'Begin a new chat' }).click();
  await page.getByText('Say hello.').waitFor();
});
