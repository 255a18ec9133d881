import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Author, Member } from '@porchlight/protocol';
import type { Page } from 'playwright-core';
import { runAxe } from '../../../scripts/axe.js';
import type { FakeApi } from './fake-api.js';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const body = '<div style="height: 600px"><chat-widget site="demo" room="lobby" mode="inline"></chat-widget></div>';
const priya: Author = { kind: 'visitor', id: 'priya', name: 'Priya Raman' };

function lobby(api: FakeApi): string {
  const { id } = api.addConversation({ kind: 'room', room: 'lobby' });
  api.addMessage(id, priya, 'There are two places left.');
  return id;
}

test('one takes a name, comes in, and talks with everybody', async () => {
  const { api, page, complaints } = await harness.visit({ body });
  await page.getByRole('heading', { name: 'Join The kiln room' }).waitFor();
  expect(api.log.filter((entry) => entry.includes(' /v1/'))).toEqual(['GET /v1/sites/demo']);
  await page.getByRole('textbox', { name: 'Your name' }).fill('  Mika  ');
  await page.keyboard.press('Enter');
  await page.getByText('Be the first to say hello.').waitFor();
  expect(api.visitor?.name).toBe('Mika');
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello everybody');
  await page.keyboard.press('Enter');
  await page.getByText('Sent').waitFor();
  const [id = ''] = api.conversations.keys();
  api.addMessage(id, priya, 'Hi Mika!');
  await page.getByRole('log').getByText('Hi Mika!').waitFor();
  await page.getByRole('log').getByText('Priya Raman').waitFor();
  expect(complaints).toEqual([]);
});

test('a name that is too long is refused before it is sent; one that the API refuses says so', async () => {
  const { api, page } = await harness.visit({ body });
  const name = page.getByRole('textbox', { name: 'Your name' });
  await name.fill('x'.repeat(62));
  await page.getByText('2 characters too many').waitFor();
  await page.keyboard.press('Enter');
  api.trouble = (method) => (method === 'POST' ? { status: 400, code: 'invalid' } : undefined);
  await name.fill('Mika');
  await page.keyboard.press('Enter');
  await page.getByText('This name was not accepted').waitFor();
  api.trouble = () => undefined;
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Be the first to say hello.').waitFor();
});

test('who has a name is back in the room at once, and may take another', async () => {
  const { api, page } = await harness.visit({ body, returning: true }, (fake) => {
    fake.becomeVisitor('Mika');
    lobby(fake);
  });
  await page.getByRole('log').getByText('There are two places left.').waitFor();
  await page.getByRole('button', { name: 'Change your name (Mika)' }).click();
  const name = page.getByRole('textbox', { name: 'Your name' });
  expect(await name.inputValue()).toBe('Mika');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Change your name (Mika)' }).click();
  await name.fill('Mika B.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Change your name (Mika B.)' }).waitFor();
  expect(api.visitor?.name).toBe('Mika B.');
});

test('a room that does not exist says so', async () => {
  const { api, page } = await harness.visit({ body: body.replace('lobby', 'attic') });
  api.trouble = (method, path) =>
    method === 'POST' && path === '/v1/conversations' ? { status: 422, code: 'refused' } : undefined;
  await page.getByRole('textbox', { name: 'Your name' }).fill('Mika');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This room is not open' }).waitFor();
});

test('a part of the page is fetched when it comes into view', async () => {
  const { api, page } = await harness.visit({ body: `<div style="height: 4000px"></div>${body}` });
  await page.waitForTimeout(500);
  expect(api.log).toEqual(['GET /widget.js']);
  await page.evaluate(() => scrollTo(0, 4_000));
  await page.getByRole('heading', { name: 'Join The kiln room' }).waitFor();
});

const nasty = `${'نادية '.repeat(3)}🏺${'W'.repeat(40)}`.slice(0, 60);
const here = (name: string, more: Partial<Member> = {}): Member => ({
  kind: 'visitor',
  id: crypto.randomUUID(),
  name,
  here: true,
  ...more,
});

async function faultsOf(page: Page) {
  const { violations } = await runAxe(page, 'chat-widget');
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

async function inTheRoom(prepare: (api: FakeApi) => void = () => {}) {
  let id = '';
  const visit = await harness.visit({ body, returning: true }, (fake) => {
    const { id: me } = fake.becomeVisitor('Mika');
    id = lobby(fake);
    fake.members = [
      { kind: 'agent', id: 'ada', name: 'Ada Lovelace', here: true },
      here('Mika', { id: me }),
      here('Sam', { id: '0197a2c4-1f00-7c3e-8a11-3b5d9e2faaaa' }),
      here('Sam', { id: '0197a2c4-1f00-7c3e-8a11-3b5d9e2fbbbb' }),
      here(nasty),
      here('<img src=x onerror=alert(1)>', { here: false }),
    ];
    prepare(fake);
  });
  await visit.page.getByRole('log').getByText('There are two places left.').waitFor();
  return { ...visit, id };
}

test('RM1: the header says how many are here, and shows who they are when asked', async () => {
  const { api, page, id, complaints } = await inTheRoom();
  api.count(id, 12);
  await page.getByRole('button', { name: '12 here' }).press('Enter');
  const list = page.getByRole('region', { name: 'In this room' });
  await list.getByRole('heading', { name: 'Team' }).waitFor();
  await list.getByRole('listitem').filter({ hasText: 'Ada Lovelace' }).waitFor();
  await list.getByRole('listitem').filter({ hasText: 'Mika' }).getByText('You').waitFor();
  expect(await list.getByRole('listitem').filter({ hasText: 'Sam' }).allTextContents()).toEqual([
    expect.stringContaining('#AAAA'),
    expect.stringContaining('#BBBB'),
  ]);
  await list.getByText('<img src=x onerror=alert(1)>').waitFor();
  const row = list.getByRole('listitem').filter({ hasText: nasty });
  expect((await row.boundingBox())?.height).toBeLessThan(60);
  expect(await list.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);

  // The list follows what happens.
  api.members = [...api.members, here('Zoe')];
  api.count(id, 13);
  await list.getByText('Zoe').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the conversation' }).press('Enter');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  expect(complaints).toEqual([]);
});

test('RM2: a ban is said in plain words; nothing is tried again by itself; lifted, one is back', async () => {
  const { api, page, id } = await inTheRoom();
  api.setMembership(id, 'banned');
  await page.getByRole('heading', { name: 'You can no longer write in this room' }).waitFor();
  expect(await page.getByText('There are two places left.').count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  const asked = api.log.length;
  await page.waitForTimeout(1_500);
  expect(api.log.slice(asked).filter((entry) => entry.startsWith('POST'))).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'You can no longer write in this room' }).waitFor();
  api.setMembership(id, 'left');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
});

test('one may leave the room, and join it again', async () => {
  const { page } = await inTheRoom();
  await page.getByRole('button', { name: 'In this room' }).click();
  await page.getByRole('button', { name: 'Leave this room' }).click();
  await page.getByRole('heading', { name: 'Join The kiln room' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
});
