import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FakeApi, Trouble } from './fake-api.js';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const answer = (body: string, type = 'application/json', status = 200): Trouble => ({
  status,
  code: 'invalid',
  raw: { body, type },
});

/** What an API, or whatever stands before it, may say instead of what was asked for. */
const NONSENSE: [name: string, trouble: Trouble][] = [
  ['a page', answer('<!doctype html><title>Please log in</title>', 'text/html')],
  ['nothing', answer('')],
  ['half of it', answer('{"key":"demo","name":"Ki')],
  ['null', answer('null')],
  ['a list', answer('[]')],
  ['an empty object', answer('{}')],
  ['a number', answer('42')],
  ['a text', answer('"demo"')],
  [
    'other types',
    answer('{"key":1,"name":{},"texts":[],"theme":"red","rooms":7,"limits":null,"items":{},"token":5,"visitor":"x"}'),
  ],
  ['items that are none', answer('{"items":[null,1,"a",{"id":3},{"id":"x","author":null}],"hasMore":"no"}')],
  ['what pollutes', answer('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')],
  ['a great deal', answer(`[${'1,'.repeat(200_000)}1]`)],
  ['something deep', answer(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ['an error without a body', { status: 500, code: '', raw: { body: '', type: '' } }],
  ['an error of a proxy', answer('<h1>502 Bad Gateway</h1>', 'text/html', 502)],
  [
    'an error of odd types',
    answer('{"code":{},"detail":[1],"title":7,"status":"no","errors":"x"}', 'application/problem+json', 422),
  ],
  ['a refusal in a page', answer('<h1>Forbidden</h1>', 'text/html', 403)],
  ['a redirect to nowhere', { status: 302, code: '', raw: { body: '', type: '', location: 'http://127.0.0.1:1/' } }],
  ['a redirect in a circle', { status: 307, code: '', raw: { body: '', type: '', location: '' } }],
  [
    'what claims to be gzip',
    { status: 200, code: '', raw: { body: 'not gzip', type: 'application/json', encoding: 'gzip' } },
  ],
];

const open = (page: Page) => page.getByRole('button', { name: /^Open chat/ }).click();
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

const polluted = (page: Page) => page.evaluate(() => 'polluted' in {});

function before(api: FakeApi): void {
  api.becomeVisitor();
  const { id } = api.addConversation();
  api.addMessage(id, api.agent, 'Good evening');
}

/** Most of the time is spent waiting, so all wait at once. Tells what went wrong where. */
async function all<Item>(cases: [name: string, item: Item][], check: (item: Item) => Promise<void>): Promise<void> {
  const faults: string[] = [];
  for (let from = 0; from < cases.length; from += 7) {
    const group = cases.slice(from, from + 7);
    await Promise.all(
      group.map(([name, item]) => check(item).catch((error) => faults.push(`${name}: ${error.message}`))),
    );
    await harness.tidy();
  }
  expect(faults).toEqual([]);
}

/** `nonsense`: all of it takes a while, so what is asked after the site gets one half each. */
const whenAsked = (about: string, check: (trouble: Trouble) => Promise<void>, nonsense = NONSENSE) =>
  test(`asked for ${about}, it says something else`, () => all(nonsense, check), 180_000);
const everyOther = (first: 0 | 1) => NONSENSE.filter((_, index) => index % 2 === first);

whenAsked('the site', async (trouble) => {
  const { api, page, complaints } = await harness.visit({}, (fake) => {
    fake.trouble = () => trouble;
  });
  await open(page);
  await page.getByRole('heading', { name: /The chat cannot be reached|This chat cannot be used here/ }).waitFor();
  api.trouble = () => undefined;
  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  await page.getByText('Say hello.').waitFor();
  expect(complaints).toEqual([]);
  expect(await polluted(page)).toBe(false);
});

whenAsked(
  'the visitor, the list or messages',
  async (trouble) => {
    const { api, page, complaints } = await harness.visit({ returning: true }, (fake) => {
      before(fake);
      fake.trouble = (_method, path) =>
        path.startsWith('/v1/sites/demo') && !path.endsWith('visitors') ? undefined : trouble;
    });
    await open(page);
    await page.waitForTimeout(300);
    api.trouble = (_method, path) => (path.startsWith('/v1/sites') ? undefined : trouble);
    await page.waitForTimeout(700);
    api.trouble = (_method, path) => (path.endsWith('/messages') || path.includes('/events') ? trouble : undefined);
    await page.waitForTimeout(700);
    api.trouble = () => undefined;
    const again = page.getByRole('button', { name: 'Try again' });
    const message = page.getByRole('log').getByText('Good evening');
    await message.or(again).first().waitFor({ timeout: 20_000 });
    if (await again.isVisible()) await again.click();
    await message.waitFor({ timeout: 20_000 });
    expect(complaints).toEqual([]);
  },
  everyOther(0),
);

whenAsked(
  'a new message to be kept',
  async (trouble) => {
    const { api, page, complaints } = await harness.visit({ returning: true }, before);
    await open(page);
    await page.getByRole('log').getByText('Good evening').waitFor();
    api.trouble = (method) => (method === 'GET' ? undefined : trouble);
    await say(page, 'Hello?');
    await page.waitForTimeout(500);
    api.trouble = () => undefined;
    const again = page.getByRole('button', { name: 'Try again' });
    const sent = page.getByText('Sent', { exact: true });
    await sent.or(again).first().waitFor({ timeout: 20_000 });
    if (await again.isVisible()) await again.click();
    await sent.waitFor({ timeout: 20_000 });
    expect(
      api.messages.get([...api.conversations.keys()][0] ?? '')?.filter(({ text }) => text === 'Hello?').length,
    ).toBe(1);
    expect(complaints).toEqual([]);
  },
  everyOther(1),
);

const EVENTS: [name: string, frames: string][] = [
  ['no JSON', 'event: message.created\ndata: {"type":\n\n'],
  ['null', 'event: message.created\ndata: null\n\n'],
  ['an unknown type', 'event: moon.rose\ndata: {"type":"moon.rose","at":"now","data":{}}\n\n'],
  ['an unknown type with a name of ours', 'event: constructor\ndata: {"type":"toString","data":{}}\n\n'],
  ['no data', 'event: message.created\ndata: {"type":"message.created","at":"x","conversationId":"c"}\n\n'],
  [
    'data of other types',
    'event: message.created\ndata: {"type":"message.created","conversationId":"ID","data":{"id":1,"seq":"two","conversationId":"ID","author":"me","text":{}}}\n\n',
  ],
  [
    'a conversation that is none',
    'event: conversation.updated\ndata: {"type":"conversation.updated","conversationId":"ID","data":{"id":"ID","lastMessage":5}}\n\n',
  ],
  [
    'a receipt that is none',
    'event: receipt.updated\ndata: {"type":"receipt.updated","conversationId":"ID","data":{"conversationId":"ID","read":"all"}}\n\n',
  ],
  ['a visitor that is none', 'event: visitor.updated\ndata: {"type":"visitor.updated","data":null}\n\n'],
  [
    'typing by nobody',
    'event: typing\ndata: {"type":"typing","conversationId":"ID","at":"x","data":{"until":"then"}}\n\n',
  ],
  ['presence of nothing', 'event: presence\ndata: {"type":"presence","data":"yes"}\n\n'],
  [
    'a part of a message that is none',
    'event: message.delta\ndata: {"type":"message.delta","conversationId":"ID","data":{"offset":-1}}\n\n',
  ],
  ['a second hello', 'event: hello\ndata: {}\n\nevent: hello\ndata: 7\n\n'],
  ['a reset without a reason', 'event: reset\ndata: null\n\n'],
  ['a bye without a word', 'event: bye\ndata: null\n\n'],
  ['bytes', '\u0000\ud83d\u0001\ufffd\n\n::::\n\ndata\nid\nevent\nretry: soon\n\n'],
  [
    'old positions',
    'event: message.created\nid: e.0\ndata: {"type":"message.created","position":-5,"conversationId":"ID","at":"x","data":{}}\n\nid: !!\n\n',
  ],
  ['a line without an end', `data: ${'x'.repeat(300_000)}`],
];

test(
  'a stream that says something else',
  () =>
    all(EVENTS, async (frames) => {
      const { api, page, complaints } = await harness.visit({ returning: true }, before);
      await open(page);
      await page.getByRole('log').getByText('Good evening').waitFor();
      const [id = ''] = api.conversations.keys();
      await api.untilStreams(true);
      api.say(frames.replaceAll('ID', id));
      api.addMessage(id, api.agent, 'And then?');
      await page.waitForTimeout(300);
      if (frames.endsWith('x')) api.cut();
      await page.getByRole('log').getByText('And then?').waitFor({ timeout: 20_000 });
      await say(page, 'Then this');
      await page.getByText('Sent', { exact: true }).waitFor({ timeout: 20_000 });
      expect(complaints).toEqual([]);
    }),
  180_000,
);

test('an API that drips', async () => {
  const { page, complaints } = await harness.visit({ returning: true }, (api) => {
    before(api);
    api.dripMs = 20;
  });
  await open(page);
  await page.getByRole('log').getByText('Good evening').waitFor({ timeout: 30_000 });
  expect(complaints).toEqual([]);
});

test('an API that never answers: it can be closed, opened, and says in the end that it cannot be reached', async () => {
  const { api, page, complaints } = await harness.visit({}, (fake) => {
    fake.trouble = () => 'never';
  });
  await open(page);
  await page.getByLabel('Loading messages').waitFor();
  await page.getByRole('button', { name: 'Close chat' }).first().click();
  await open(page);
  await page.getByRole('heading', { name: 'The chat cannot be reached' }).waitFor({ timeout: 25_000 });
  api.trouble = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Say hello.').waitFor();
  expect(complaints).toEqual([]);
});
