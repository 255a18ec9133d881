import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { faultsOf } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/databases.js';
import { type Caller, createVisitor, signIn } from '../support/http.js';
import { header, option, rowOf, told } from '../support/inbox.js';
import { eventually, inParallel, say, startConversation, uuid } from '../support/talk.js';

/** Two agents at once, each in a browser of its own. */
let database: TestDatabase;
let api: ApiProcess;
let browser: Browser;
let admin: Caller;
let ada: Page;
let bo: Page;
const BO = { email: 'bo@example.com', password: 'a long password' };
const complaints: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  [api, browser] = await Promise.all([ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '0' }), launchBrowser()]);
  admin = await signIn(api.url, ADMIN);
  await admin.call('createAgent', {}, { ...BO, name: 'Bo', role: 'agent' });
  await admin.call('createTeam', {}, { name: 'Glazes' });
  ada = await openInbox(ADMIN);
  bo = await openInbox(BO);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await api?.stop();
  await database?.remove();
});

afterEach(() => expect(complaints.splice(0)).toEqual([]));

async function openInbox({ email, password }: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${api.url}/inbox/`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
  await page.locator('agent-bar').getByText('Online').waitFor();
  return page;
}

const composerIn = (page: Page): Locator => page.locator('chat-composer').getByRole('textbox');

async function arrive(name: string): Promise<{ visitor: Caller; conversation: string }> {
  const visitor = await createVisitor(api.url, name);
  return { visitor, conversation: await startConversation(visitor) };
}

const stored = async (conversation: string) => (await admin.call('getConversation', { conversation })).body;
const becomes = (conversation: string, what: string, is: (now: Awaited<ReturnType<typeof stored>>) => boolean) =>
  eventually(what, async () => is(await stored(conversation)));

/** What has the focus, and with it what a key means, is no field and no dialog. */
const leaveFields = (page: Page) => page.evaluate('document.activeElement?.blur()');

test('by mouse: what one agent takes is no longer free for the other, who sees it at once', async () => {
  const { conversation } = await arrive('Claudia');
  await bo.getByRole('link', { name: /^Unassigned/ }).click();
  await rowOf(bo, 'Claudia').waitFor();
  await rowOf(ada, 'Claudia').click();
  await header(ada).getByRole('button', { name: 'Take' }).click();
  await told(ada, 'Assigned to you · Claudia');
  await rowOf(bo, 'Claudia').waitFor({ state: 'detached' });
  expect((await stored(conversation)).assignee?.name).toBe('Admin');
  await bo.getByRole('link', { name: /^Open/ }).click();
  await rowOf(bo, 'Claudia').getByText('Assigned to Admin').waitFor({ state: 'attached' });
});

test('by keyboard: who claims too late is told so, and sees whose it is', async () => {
  const { conversation } = await arrive('Late Larry');
  await rowOf(bo, 'Late Larry').waitFor();
  // What Bo decides is held up on its way, as on a slow line.
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await bo.route(`**/v1/conversations/${conversation}`, async (route) => {
    if (route.request().method() === 'PATCH') await held;
    await route.continue();
  });
  await leaveFields(bo);
  await bo.keyboard.press('k');
  await rowOf(bo, 'Late Larry').focus();
  await bo.keyboard.press('m');
  await admin.call('updateConversation', { conversation }, { assigneeId: (await whoIs()).id });
  release?.();
  await told(bo, /Somebody else has changed it meanwhile/);
  expect((await stored(conversation)).assignee?.name).toBe('Admin');
  await bo.unroute(`**/v1/conversations/${conversation}`);
});

const whoIs = async () => (await admin.call('whoAmI', {})).body.agent;

test('by keyboard: handed over with a note, which comes along', async () => {
  const { conversation } = await arrive('Tessa');
  await rowOf(ada, 'Tessa').focus();
  await ada.keyboard.press('Enter');
  await ada.getByRole('log').getByText('one').waitFor();
  await leaveFields(ada);
  await ada.keyboard.press('Shift+A');
  await ada.keyboard.type('bo');
  await option(ada, /Bo/).waitFor();
  await ada.keyboard.press('Enter');
  await ada.getByRole('dialog', { name: 'Hand over to Bo' }).waitFor();
  await ada.keyboard.type('Knows the glaze');
  await ada.keyboard.press('Control+Enter');
  await told(ada, 'Assigned to Bo · Tessa');
  await bo.getByRole('link', { name: /^Mine/ }).click();
  await rowOf(bo, 'Tessa').click();
  await bo.getByRole('log').getByText('Knows the glaze').waitFor();
  expect(await stored(conversation)).toMatchObject({ assignee: { name: 'Bo' } });
});

test('by keyboard: snoozed for a typed time it leaves the list, and a message brings it back', async () => {
  const { visitor, conversation } = await arrive('Snow');
  await ada.keyboard.press('Escape');
  await rowOf(ada, 'Snow').focus();
  await ada.keyboard.press('s');
  await ada.keyboard.type('2 h');
  await option(ada, /In 2 hours/).waitFor();
  await ada.keyboard.press('Enter');
  await told(ada, 'Snoozed: in 2 hours · Snow');
  await rowOf(ada, 'Snow').waitFor({ state: 'detached' });
  await ada.keyboard.press('5');
  await rowOf(ada, 'Snow').waitFor();
  await ada.keyboard.press('3');
  await say(visitor, conversation, 'Still there?');
  await rowOf(ada, 'Snow').getByText('Still there?').waitFor();
});

test('by mouse: closed, and back by a press on undo', async () => {
  const { conversation } = await arrive('Uma');
  await rowOf(ada, 'Uma').click();
  await header(ada).getByRole('button', { name: 'Close' }).click();
  await becomes(conversation, 'it is closed', ({ status }) => status === 'closed');
  await ada.getByRole('button', { name: 'Undo' }).click();
  await becomes(conversation, 'it is open again', ({ status }) => status === 'open');
  await header(ada).getByRole('button', { name: 'Close' }).waitFor();
  await header(ada).getByText('Open · demo').waitFor();
});

test('a decision that the server does not take is shown as it was', async () => {
  const { conversation } = await arrive('Rollo');
  await rowOf(ada, 'Rollo').click();
  await header(ada).getByText('Rollo').waitFor();
  await ada.route(`**/v1/conversations/${conversation}`, (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await leaveFields(ada);
  await ada.keyboard.press('e');
  await told(ada, /Nothing was changed/);
  await header(ada).getByRole('button', { name: 'Close' }).waitFor();
  await ada.unroute(`**/v1/conversations/${conversation}`);
});

test('several at once: by mouse and by keyboard, closed together and back together', async () => {
  const three = [await arrive('Many One'), await arrive('Many Two'), await arrive('Many Three')];
  await ada.keyboard.press('Escape');
  await rowOf(ada, 'Many Three').waitFor();
  await ada.getByRole('checkbox', { name: 'Select Many One' }).click();
  await rowOf(ada, 'Many Two').focus();
  await ada.keyboard.press('x');
  await rowOf(ada, 'Many Three').focus();
  await ada.keyboard.press('x');
  await ada.getByText('3 selected').waitFor();
  await ada.keyboard.press('e');
  await told(ada, 'Closed · 3 conversations');
  for (const { conversation } of three)
    await becomes(conversation, 'it is closed', ({ status }) => status === 'closed');
  await rowOf(bo, 'Many One').waitFor({ state: 'detached' });
  await ada.keyboard.press('z');
  for (const { conversation } of three) await becomes(conversation, 'it is open', ({ status }) => status === 'open');
  await rowOf(ada, 'Many One').waitFor();
});

test('two at the same conversation see each other, and two answers do not cross unawares', async () => {
  const { conversation } = await arrive('Cross');
  await bo.getByRole('link', { name: /^Open/ }).click();
  await rowOf(bo, 'Cross').click();
  await rowOf(ada, 'Cross').click();
  await header(ada).getByText('Bo looks at this too').waitFor();
  await composerIn(ada).fill('We ship on Monday');
  await header(bo).getByText('Admin is writing an answer').waitFor();
  await composerIn(bo).fill('We shipped it today');
  await composerIn(bo).press('Enter');
  await ada.getByRole('log').getByText('We shipped it today').waitFor();
  await composerIn(ada).press('Enter');
  await ada.locator('crossing-notice').getByText('has answered meanwhile').waitFor();
  const texts = async () => (await admin.call('listMessages', { conversation })).body.items.map(({ text }) => text);
  expect(await texts()).toEqual(['one', 'We shipped it today']);
  expect(await composerIn(ada).inputValue()).toBe('We ship on Monday');
  await ada.getByRole('button', { name: 'Send anyway' }).click();
  await eventually('it is sent', async () => (await texts()).includes('We ship on Monday'));
});

test('an answer that was changed shows what it said before, and keys lead nowhere else meanwhile', async () => {
  await arrive('Next in line');
  const { conversation } = await arrive('Edith');
  await ada.getByRole('link', { name: /^Unassigned/ }).click();
  await rowOf(ada, 'Edith').click();
  const log = ada.getByRole('log');
  await composerIn(ada).fill('The glaze is bleu');
  await composerIn(ada).press('Enter');
  await log.getByText('The glaze is bleu').waitFor();
  await log.getByText('Sent', { exact: true }).waitFor();
  await composerIn(ada).press('ArrowUp');
  await ada.getByText('Editing your message').waitFor();
  await composerIn(ada).fill('The glaze is blue');
  await composerIn(ada).press('Enter');
  await becomes(conversation, 'the answer is changed', ({ lastMessage }) => lastMessage?.text === 'The glaze is blue');

  await log.getByText('The glaze is blue').hover();
  await ada.getByRole('button', { name: 'Show earlier texts' }).click();
  const dialog = ada.getByRole('dialog', { name: 'Earlier texts' });
  await dialog.getByText('The glaze is bleu').waitFor();
  expect(await faultsOf(ada)).toEqual([]);
  const address = ada.url();
  for (const key of ['j', 'e', 'k']) await ada.keyboard.press(key);
  await ada.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(ada.url()).toBe(address);
  expect((await stored(conversation)).status).toBe('open');
});

test('by keyboard alone: the palette finds a person, a command and a filter', async () => {
  await arrive('Éloïse Martin');
  await rowOf(ada, 'Éloïse Martin').first().waitFor();
  await leaveFields(ada);
  await ada.keyboard.press('Control+k');
  await ada.locator('command-palette input:focus').waitFor();
  await ada.keyboard.type('eloise');
  await option(ada, /Éloïse Martin/)
    .first()
    .waitFor();
  await ada.keyboard.press('Enter');
  await header(ada).getByText('Éloïse Martin').waitFor();
  await ada.keyboard.press('Control+k');
  await ada.keyboard.type('longest');
  await option(ada, /Longest waiting first/).waitFor();
  await ada.keyboard.press('Enter');
  await eventually('the address says so', () => ada.url().includes('sort=waiting'));
  await leaveFields(ada);
  await ada.keyboard.press('f');
  await ada.keyboard.type('last day');
  await option(ada, 'In the last day').waitFor();
  await ada.keyboard.press('Enter');
  await ada.getByRole('button', { name: 'Take away the filter In the last day' }).waitFor();
  await ada.reload();
  await ada.getByRole('button', { name: 'Take away the filter In the last day' }).click();
  expect(ada.url()).not.toContain('days=');
});

test('what a search finds far back is shown at once, and from there one reads on to the latest', async () => {
  const { visitor, conversation } = await arrive('Longwinded');
  const glaze = `celadon${conversation.slice(-8)}`;
  await say(visitor, conversation, `The ${glaze} one, with the lid`);
  for (let index = 0; index < 260; index++) await say(visitor, conversation, `Filler ${index}`);
  await ada.goto(`${api.url}/inbox/`);
  const pages: string[] = [];
  ada.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === 'GET' && pathname.endsWith('/messages')) pages.push(search);
  });
  await ada.getByRole('button', { name: 'Search' }).click();
  await ada.keyboard.type(glaze);
  await option(ada, new RegExp(glaze)).click();
  await ada.locator('[data-marked]', { hasText: glaze }).waitFor();
  expect(pages.filter((search) => search.includes('before'))).toEqual([]);
  expect(pages.filter((search) => search.includes('around'))).toHaveLength(1);
  await say(visitor, conversation, 'And one more thing');
  const last = ada.getByRole('log').getByText('And one more thing');
  expect(await last.count()).toBe(0);
  // Once more when it has come: what comes is put below what one reads.
  for (let left = 1; left >= 0; left -= await last.count()) {
    await ada.getByRole('log').evaluate((log) => log.scrollTo(0, log.scrollHeight));
    await ada.waitForTimeout(50);
  }
  expect(pages.filter((search) => search.includes('after')).length).toBeGreaterThan(2);
  await becomes(conversation, 'it is read', ({ unread }) => unread === 0);
});

test('by keyboard and by mouse: the view of a team one belongs to, its filters, and all of it in the address', async () => {
  const { id: me } = await whoIs();
  const { body: team } = await admin.call('createTeam', {}, { name: 'Kilns', members: [me] });
  const { conversation } = await arrive('Kilian');
  await arrive('Nobody’s guest');
  await ada.goto(`${api.url}/inbox/`);
  await admin.call('updateConversation', { conversation }, { teamId: team.id, tags: ['firing'] });
  await ada.getByRole('link', { name: /^Kilns 1/ }).click();
  await rowOf(ada, 'Kilian').waitFor();
  await rowOf(ada, 'Nobody’s guest').waitFor({ state: 'detached' });
  expect(new URL(ada.url()).searchParams.get('team')).toBe(team.id);
  // A team that one does not belong to is reached by its name.
  await leaveFields(ada);
  await ada.keyboard.press('g');
  await ada.keyboard.type('glaz');
  await option(ada, /Glazes/).waitFor();
  await ada.keyboard.press('Enter');
  await ada.getByText('What comes to the team appears here by itself.').waitFor();
  await ada.goBack();
  await rowOf(ada, 'Kilian').waitFor();
  for (const [typed, chosen, chip] of [
    ['closed', /Closed/, 'Closed'],
    ['firing', /firing/, 'firing'],
    ['nobody', /Nobody/, 'Nobody'],
  ] as const) {
    await leaveFields(ada);
    await ada.keyboard.press('f');
    await ada.keyboard.type(typed);
    await option(ada, chosen).first().waitFor();
    await ada.keyboard.press('Enter');
    await ada.getByRole('button', { name: `Take away the filter ${chip}` }).waitFor();
  }
  await ada.getByText('Nothing fits').waitFor();
  await ada.reload();
  await ada.getByRole('button', { name: 'Take away the filter Closed' }).click();
  await rowOf(ada, 'Kilian').waitFor();
  const asked = new URL(ada.url()).searchParams;
  expect(Object.fromEntries(asked)).toEqual({ view: 'team', team: team.id, tag: 'firing', assignee: 'none' });
});

test('a long list draws what is in sight, reaches its end, and stays in place when something comes', async () => {
  await admin.call('createSite', {}, { key: 'many', name: 'Many', origins: ['*'] });
  // More than a page of them.
  const visitors: Caller[] = [];
  await inParallel(60, 6, async (index) => {
    visitors[index] = await createVisitor(api.url, `Visitor ${index}`, 'many');
  });
  for (const visitor of visitors) await startConversation(visitor);
  await ada.goto(`${api.url}/inbox/?site=many`);
  await rowOf(ada, 'Visitor 59').waitFor();
  const list = ada.locator('conversation-list');
  expect(await list.locator('li').count()).toBeLessThan(45);
  const LIST = "document.querySelector('inbox-app').shadowRoot.querySelector('conversation-list')";
  const scrollTo = (top: string) => ada.evaluate(`{ const list = ${LIST}; list.scrollTo(0, ${top}); }`);
  await eventually('the first conversation is in sight', async () => {
    await scrollTo('list.scrollHeight');
    return rowOf(ada, /Visitor 0\b/).count();
  });
  await scrollTo('64 * 20');
  const top = async () => (await rowOf(ada, 'Visitor 36').boundingBox())?.y;
  await rowOf(ada, 'Visitor 36').waitFor();
  const before = await top();
  await startConversation(await createVisitor(api.url, 'Newcomer', 'many'));
  await eventually('it is counted in', async () => (await ada.evaluate(`${LIST}.rows.length`)) === 61);
  expect(await top()).toBe(before);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the list, the conversation, the palette, the search and the dialogs: %s',
  async (scheme) => {
    const { conversation } = await arrive('Axel');
    const note = {
      clientId: uuid(),
      text: 'Look, @Admin',
      audience: 'agents' as const,
      mentions: [(await whoIs()).id],
    };
    await admin.call('createMessage', { conversation }, note);
    await admin.call('updateConversation', { conversation }, { tags: ['axed'] });
    await ada.emulateMedia({ colorScheme: scheme });
    await ada.goto(`${api.url}/inbox/?view=open&sort=waiting&tag=axed`);
    const row = ada.locator(`conversation-list [data-id="${conversation}"]`);
    await row.waitFor();
    const check = async (what: string) => expect([what, ...(await faultsOf(ada))]).toEqual([what]);
    const press = async (...keys: string[]) => {
      for (const key of keys) await ada.keyboard.press(key);
    };
    await check('the list, with what it is narrowed by');
    await row.click();
    await ada.getByRole('log').getByText('Look, @Admin').waitFor();
    await check('a conversation with a note and its details');
    await leaveFields(ada);
    await press('n');
    await ada.keyboard.type('@b');
    await option(ada, /Bo/).waitFor();
    await check('a note and whom it can name');
    await press('Escape', 'Escape', 't');
    await ada.getByRole('combobox', { name: 'Add a tag' }).and(ada.locator(':focus')).waitFor();
    await ada.keyboard.type('new one');
    await option(ada, /New tag/).waitFor();
    await check('the tags');
    await press('Escape', 'Escape');
    await leaveFields(ada);
    await press('x');
    await ada.getByText('1 selected').waitFor();
    await check('what is selected');
    await press('Control+k');
    await option(ada, /Snooze/)
      .first()
      .waitFor();
    await check('the palette');
    await press('Escape', 'Shift+A');
    await option(ada, /Bo/).waitFor();
    await press('Enter');
    await ada.getByRole('dialog', { name: 'Hand over to Bo' }).waitFor();
    await check('handing over');
    await press('Escape', '?');
    await ada.getByRole('dialog', { name: 'Keys' }).waitFor();
    await check('the keys');
    await press('Escape', '/');
    await ada.keyboard.type('look');
    await option(ada, /Look/).first().waitFor();
    await check('what a search finds');
    await ada.keyboard.type('nowhere');
    await ada.getByText('Nothing found').waitFor();
    await check('a search that finds nothing');
    await press('Escape');
  },
);
