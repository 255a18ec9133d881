import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { runAxe } from '../../../scripts/axe.js';
import type { FakeApi } from './fake-api.js';
import type { VisitOptions } from './harness.js';
import { Harness } from './harness.js';
import { choose, picture } from './local-files.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const PHONE: VisitOptions = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
const ROOM = '<main style="height: 600px"><chat-widget site="demo" room="lobby" mode="inline"></chat-widget></main>';

const open = (page: Page) => page.getByRole('button', { name: /^Open chat/ }).click();

/** Rules of WCAG 2.2 AA that the widget breaks; the page around it is not ours. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await runAxe(page, 'chat-widget', {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
  );
}

function talk(api: FakeApi): void {
  api.becomeVisitor('Mika');
  const { id } = api.addConversation();
  api.addMessage(id, api.author, 'Hello');
  api.addMessage(id, api.agent, 'Hi, **see** [here](https://example.com) or `there`:\n1. one\n```\ncode\n```');
  api.addMessage(id, { kind: 'system', id: 's', name: 'Porchlight' }, 'Ada joined');
}

/** Two pictures and a file from the agent. */
function received(api: FakeApi): void {
  const [id = ''] = api.conversations.keys();
  const files = [picture('one.png'), picture('two.png', 90, 300)];
  const attachments = files.map(({ name, mimeType, buffer }) => api.files.add(name, mimeType, buffer));
  const pdf = api.files.add('order.pdf', 'application/pdf', Buffer.alloc(1_500));
  api.addMessage(id, api.agent, 'Look', { attachments: [...attachments, pdf] });
}

/** A room with Mika and others in it; returns its id. */
function room(api: FakeApi): string {
  const { id: me } = api.becomeVisitor('Mika');
  const { id } = api.addConversation({ kind: 'room', room: 'lobby' });
  const people = ['Person', 'Person'].map((name, index) => ({
    name,
    id: `0197a2c4-1f00-7c3e-8a11-3b5d9e2f000${index}`,
  }));
  for (const person of people) api.addMessage(id, { kind: 'visitor', ...person }, 'Good evening');
  api.members = [
    { kind: 'agent', id: 'ada', name: 'Ada Lovelace', here: true },
    { kind: 'visitor', id: me, name: 'Mika', here: true },
    ...people.map((person, index) => ({ kind: 'visitor' as const, ...person, here: index === 0 })),
  ];
  return id;
}

/** What can be done with messages has been fetched. */
const equipped = (page: Page) => page.waitForFunction(() => customElements.get('chat-message-toolbar') !== undefined);

const states: [
  name: string,
  options: VisitOptions,
  prepare: (api: FakeApi) => void,
  act: (page: Page, api: FakeApi) => Promise<unknown>,
][] = [
  ['launcher', {}, () => {}, (page) => page.getByRole('button', { name: 'Open chat' }).waitFor()],
  ['empty', {}, () => {}, open],
  ['conversation', { returning: true }, talk, open],
  [
    'failed and closed',
    { returning: true },
    talk,
    async (page, api) => {
      await open(page);
      await page.getByRole('log').getByText('Hello').waitFor();
      api.updateConversation([...api.conversations.keys()][0] ?? '', { status: 'closed' });
      api.trouble = () => ({ status: 422, code: 'refused' });
      await page.getByRole('textbox').fill('Oh');
      await page.keyboard.press('Enter');
      await page.getByText('Not sent').waitFor();
    },
  ],
  [
    'right to left',
    { body: '<chat-widget site="demo" locale="ar"></chat-widget>', returning: true },
    talk,
    async (page) => {
      await page.getByRole('button', { name: 'دردشة' }).click();
      await page.getByRole('log').getByText('Hello').waitFor();
    },
  ],
  [
    'toolbar and answer',
    { returning: true },
    talk,
    async (page) => {
      await open(page);
      await equipped(page);
      await page.locator('.message', { hasText: 'code' }).hover();
      await page.getByRole('button', { name: 'Reply' }).click();
      await page.getByText('Replying to').waitFor();
      await page.getByRole('textbox').fill('Thank you');
      await page.keyboard.press('Enter');
      await page.locator('.quote').waitFor();
      await page.locator('.message', { hasText: 'Thank you' }).hover();
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Delete this message?').waitFor();
    },
  ],
  [
    'a change that failed',
    { returning: true },
    talk,
    async (page, api) => {
      await open(page);
      await equipped(page);
      api.trouble = (method) => (method === 'PATCH' ? 'cut' : undefined);
      await page.getByRole('textbox').press('ArrowUp');
      await page.getByText('Editing your message').waitFor();
      await page.getByRole('textbox').fill('Hello!');
      await page.keyboard.press('Enter');
      await page.getByText('The change was not saved.').waitFor();
    },
  ],
  [
    'emoji',
    {},
    () => {},
    async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Emoji' }).click();
      await page.getByRole('searchbox').waitFor();
    },
  ],
  [
    'menu',
    { returning: true },
    talk,
    async (page) => {
      await open(page);
      await page.getByRole('log').getByText('Hello').waitFor();
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menuitem', { name: 'Delete your data' }).waitFor();
    },
  ],
  [
    'deleting everything',
    { returning: true },
    talk,
    async (page) => {
      await open(page);
      await page.getByRole('log').getByText('Hello').waitFor();
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menuitem', { name: 'Delete your data' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  ],
  [
    'list of conversations',
    { returning: true },
    (api) => {
      talk(api);
      const { id } = api.addConversation({ status: 'closed' });
      api.addMessage(id, api.agent, 'Good night');
    },
    async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Your conversations' }).click();
      await page.getByRole('button', { name: /Good night/ }).waitFor();
    },
  ],
  [
    'files on their way, ready and refused',
    {},
    (api) => {
      // The first is answered, the second never.
      const answers = [Promise.resolve(), new Promise(() => {})];
      Object.defineProperty(api.files, 'until', { get: () => answers.shift() });
    },
    async (page) => {
      await open(page);
      await choose(page, picture('ready.png'));
      await page.getByText('ready.png is ready to send').waitFor({ state: 'attached' });
      await choose(page, picture('vase.png'), { name: 'none.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
      await page.getByRole('progressbar').waitFor();
      await page.getByText('The file is empty').first().waitFor();
    },
  ],
  [
    'files in a conversation',
    { returning: true },
    (api) => {
      talk(api);
      received(api);
    },
    async (page) => {
      await open(page);
      await page.getByRole('link', { name: 'Download order.pdf' }).waitFor();
      await page.getByRole('button', { name: 'Open one.png' }).waitFor();
    },
  ],
  [
    'picture viewer',
    { returning: true },
    (api) => {
      talk(api);
      received(api);
    },
    async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Open one.png' }).click();
      await page.getByRole('dialog', { name: 'Picture' }).getByText('1 of 2').waitFor();
    },
  ],
  [
    'picture that cannot be shown, in its own size',
    { returning: true },
    (api) => {
      talk(api);
      received(api);
    },
    async (page, api) => {
      await open(page);
      await page.getByRole('button', { name: 'Open one.png' }).click();
      const viewer = page.getByRole('dialog', { name: 'Picture' });
      await viewer.getByRole('button', { name: 'Actual size' }).click();
      api.files.attachments.clear();
      await viewer.getByRole('img').evaluate((image: HTMLImageElement) => {
        image.src += '&again';
      });
      await viewer.getByText('The picture cannot be shown').waitFor();
    },
  ],
  [
    'members of a room',
    { body: ROOM, returning: true },
    room,
    async (page) => {
      await page.getByRole('log').getByText('Good evening').first().waitFor();
      await page.getByRole('button', { name: 'In this room' }).click();
      await page.getByRole('region', { name: 'In this room' }).getByText('Ada Lovelace').waitFor();
    },
  ],
  [
    'banned from a room',
    { body: ROOM, returning: true },
    room,
    async (page, api) => {
      await page.getByRole('log').getByText('Good evening').first().waitFor();
      api.setMembership([...api.conversations.keys()][0] ?? '', 'banned');
      await page.getByRole('heading', { name: 'You can no longer write in this room' }).waitFor();
    },
  ],
  [
    'unreachable',
    {},
    (api) => {
      api.trouble = () => 'cut';
    },
    open,
  ],
  ['name', { body: ROOM }, () => {}, (page) => page.getByRole('textbox', { name: 'Your name' }).fill('Mika')],
  [
    'room',
    { body: ROOM, returning: true },
    (api) => {
      api.becomeVisitor('Mika');
      const { id } = api.addConversation({ kind: 'room', room: 'lobby' });
      for (let person = 0; person < 12; person++) {
        api.addMessage(id, { kind: 'visitor', id: `p${person}`, name: `Person ${person}` }, 'Good evening');
      }
    },
    (page) => page.getByRole('log').getByText('Good evening').first().waitFor(),
  ],
];

test.each(states)('axe finds nothing, light and dark: %s', async (_, options, prepare, act) => {
  const { api, page } = await harness.visit({ ...options, colorScheme: 'light' }, prepare);
  await act(page, api);
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page)).toEqual([]);
});

test('axe finds nothing on a phone', async () => {
  const { page } = await harness.visit({ ...PHONE, returning: true }, talk);
  await open(page);
  expect(await findings(page)).toEqual([]);
});

test('the focus goes in on opening and back on Escape', async () => {
  const { page } = await harness.visit();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const composer = page.getByRole('textbox', { name: 'Message' });
  await composer.waitFor();
  await page.waitForTimeout(300);
  expect(await composer.evaluate((box) => box.matches(':focus'))).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('button', { name: 'Open chat' }).evaluate((button) => button.matches(':focus'))).toBe(
    true,
  );
});

test('opened by the page, it gives the focus back to where it was', async () => {
  const { page } = await harness.visit({
    body: '<button onclick="w.open()">Help</button><chat-widget id="w" site="demo"></chat-widget>',
  });
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Help');
});

test('an attribute in the page opens it without taking the focus', async () => {
  const { page } = await harness.visit({ body: '<input autofocus><chat-widget site="demo" open></chat-widget>' });
  await page.getByText('Say hello.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
});

test('all of it can be reached with Tab', async () => {
  const { page } = await harness.visit({ returning: true }, talk);
  await open(page);
  await page.getByRole('log').getByText('Hello').waitFor();
  const panel = page.getByRole('dialog');
  for (const name of ['Close chat', 'Messages', 'Message']) {
    const target = panel.getByLabel(name, { exact: true });
    let reached = false;
    for (let presses = 0; presses < 12 && !reached; presses++) {
      await page.keyboard.press('Tab');
      reached = await target.evaluate((node) => node.matches(':focus'));
    }
    expect({ name, reached }).toEqual({ name, reached: true });
  }
});

test('on a phone the panel covers the screen, and the page behind is out of reach', async () => {
  const { page } = await harness.visit(PHONE);
  await open(page);
  await page.getByText('Say hello.').waitFor();
  const dialog = page.getByRole('dialog');
  // Only once it has come to rest.
  await dialog.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 });
  expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
  await dialog.getByRole('button', { name: 'Close chat' }).click();
  await page.getByRole('button', { name: 'Open chat' }).click({ trial: true });
});

test('a burst of messages is announced once', async () => {
  const { api, page } = await harness.visit({ returning: true }, talk);
  await open(page);
  await page.getByRole('log').getByText('Hello').waitFor();
  const live = page.locator('chat-message-list [aria-live=polite]');
  await page.waitForTimeout(1_500);
  expect(await live.textContent()).toBe('');
  const [id = ''] = api.conversations.keys();
  for (let index = 0; index < 5; index++) api.addMessage(id, api.agent, `Number ${index}`);
  await page.waitForTimeout(1_500);
  expect(await live.textContent()).toBe('5 new messages');
  api.addMessage(id, api.agent, 'And **one** more');
  await page.waitForTimeout(1_500);
  expect(await live.textContent()).toBe('Ada Lovelace: And one more');
});

test('in forced colours a bubble keeps its outline', async () => {
  const { page } = await harness.visit({ returning: true, forcedColors: 'active' }, talk);
  await open(page);
  const bubble = page.locator('chat-message-list .bubble').first();
  await bubble.waitFor();
  expect(await bubble.evaluate((node) => getComputedStyle(node).borderTopColor)).not.toBe('rgba(0, 0, 0, 0)');
});

test('nothing moves for who wants it so', async () => {
  const { page } = await harness.visit({ reducedMotion: 'reduce' });
  await open(page);
  const duration = await page.getByRole('dialog').evaluate((node) => getComputedStyle(node).transitionDuration);
  expect(Number.parseFloat(duration)).toBeLessThan(0.001);
});
