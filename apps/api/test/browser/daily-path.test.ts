import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { ADMIN } from '../support/api-process.js';
import { composerIn, Demo, logIn, widgetIn } from '../support/demo.js';
import { Caller, signIn } from '../support/http.js';
import { details, focusIsSeen, header, option, rowOf, tabTo, told, view } from '../support/inbox.js';
import { eventually, uuid } from '../support/talk.js';

/**
 * A day's work with one visitor: two agents and the visitor, each in a browser of its own. Once with the mouse, and once
 * without any.
 */
const BO = { email: 'bo@example.com', password: 'a long password' };

let demo: Demo;
let admin: Caller;

beforeAll(async () => {
  demo = await Demo.start({ RATE_LIMIT_FACTOR: '0' });
  admin = await signIn(demo.api.url, ADMIN);
  const { body: bo } = await admin.call('createAgent', {}, { ...BO, name: 'Bo', role: 'agent' });
  await admin.call('createTeam', {}, { name: 'Glazes', members: [bo.id] });
  await admin.call('createTag', {}, { name: 'parcel' });
  await admin.call(
    'createCannedReply',
    {},
    { title: 'Shipping', shortcut: 'ship', text: 'We ship on Mondays, {{visitor.name}}.', shared: true },
  );
}, 120_000);

afterAll(() => demo?.stop());

afterEach(() => expect(demo.complaints.splice(0)).toEqual([]));

const stored = async (conversation: string) => (await admin.call('getConversation', { conversation })).body;
const becomes = (conversation: string, what: string, is: (now: Awaited<ReturnType<typeof stored>>) => boolean) =>
  eventually(what, async () => is(await stored(conversation)));

/** The conversation that a visitor has just begun; from now on the visitor has a name. */
async function meet(page: Page, name: string): Promise<string> {
  const token = await eventually('there is a visitor', () =>
    page.evaluate<string | null>(`localStorage.getItem('porchlight:${demo.api.url}:demo')`),
  );
  const visitor = new Caller(demo.api.url, token);
  const id = await eventually('there is a conversation', async () => {
    return (await visitor.call('listConversations', {})).body.items[0]?.id;
  });
  await visitor.call('updateMe', {}, { name });
  return id;
}

const inbox = (page: Page) => page.goto(`${demo.api.url}/inbox/`);
const unread = (page: Page, name: string): Locator => rowOf(page, name).getByText('A note names you');
const mentions = (page: Page): Locator => view(page, /^Mentions/);
const send = (page: Page): Locator => page.locator('reply-box').getByRole('button', { name: 'Send' });

/** Tried again, it is another visitor. */
const somebody = (name: string) => `${name} ${uuid().slice(0, 4)}`;

test('by mouse', async () => {
  const mira = somebody('Mira');
  const [ada, bo, visitor] = [await demo.newPage(), await demo.newPage(), await demo.visit()];
  for (const [page, account] of [[ada, ADMIN] as const, [bo, BO] as const]) {
    await inbox(page);
    await page.getByLabel('Email').click();
    await page.keyboard.type(account.email);
    await page.getByLabel('Password', { exact: true }).click();
    await page.keyboard.type(account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await view(page, /^Open/).waitFor();
  }
  const widget = widgetIn(visitor);
  await widget.locator('[part~="launcher"]').click();
  await composerIn(widget).click();
  await visitor.keyboard.type('Do you ship to Oslo?');
  await widget.getByRole('button', { name: 'Send' }).click();
  const conversation = await meet(visitor, mira);

  // Claim: at once no longer free for the other.
  await view(bo, /^Unassigned/).click();
  await rowOf(bo, mira).waitFor();
  await rowOf(ada, mira).click();
  await header(ada).getByRole('button', { name: 'Take' }).click();
  await rowOf(bo, mira).waitFor({ state: 'detached' });

  // Answer.
  await composerIn(ada).click();
  await ada.keyboard.type('We do, let me ask.');
  await send(ada).click();
  await logIn(widget).getByText('We do, let me ask.').waitFor();

  // A note that names somebody, who sees it wherever they are and finds it in a view of its own until it is read.
  await ada.locator('reply-box').getByRole('button', { name: 'Note' }).click();
  await composerIn(ada).click();
  await ada.keyboard.type('@bo');
  await option(ada, /Bo/).click();
  await ada.keyboard.type('do we still have the big box?');
  await ada.getByRole('button', { name: 'Add note' }).click();
  await mentions(bo).getByText('1').waitFor();
  await mentions(bo).click();
  await unread(bo, mira).waitFor({ state: 'attached' });
  await rowOf(bo, mira).click();
  await logIn(bo).getByText('do we still have the big box?').waitFor();
  await unread(bo, mira).waitFor({ state: 'detached' });
  await mentions(bo).getByText('1').waitFor({ state: 'detached' });
  await rowOf(bo, mira).waitFor();
  expect(await logIn(widget).getByText('big box').count()).toBe(0);

  // Canned reply, with the name filled in.
  await ada.locator('reply-box').getByRole('button', { name: 'Reply' }).click();
  await composerIn(ada).click();
  await ada.keyboard.type('/sh');
  await option(ada, /ship/).click();
  await send(ada).click();
  await logIn(widget).getByText(`We ship on Mondays, ${mira}.`).waitFor();

  // Tag.
  await details(ada).getByRole('combobox', { name: 'Add a tag' }).click();
  await option(ada, 'parcel').click();
  await becomes(conversation, 'it is tagged', ({ tags }) => tags?.[0] === 'parcel');

  // Hand over with a note.
  await ada.getByRole('button', { name: 'Find a command' }).click();
  await option(ada, /Hand over with a note/).click();
  await option(ada, /Bo/).click();
  await ada.getByLabel('Note for your team').click();
  await ada.keyboard.type('The big box is yours');
  await ada.getByRole('button', { name: 'Hand over' }).click();
  await told(ada, `Assigned to Bo · ${mira}`);
  await logIn(bo).getByText('The big box is yours').waitFor();

  // Snooze; the visitor's next word brings it back.
  await view(bo, /^Mine/).click();
  await rowOf(bo, mira).click();
  await header(bo).getByRole('button', { name: 'Snooze' }).click();
  await option(bo, /Tomorrow/)
    .first()
    .click();
  await becomes(conversation, 'it is snoozed', ({ status }) => status === 'snoozed');
  await view(bo, /^Snoozed/).click();
  await rowOf(bo, mira).click();
  await header(bo).getByRole('button', { name: 'Snooze for another time' }).waitFor();
  await composerIn(widget).click();
  await visitor.keyboard.type('Then Monday it is.');
  await visitor.keyboard.press('Enter');
  await becomes(conversation, 'it is awake', ({ status }) => status === 'open');

  // Close, take it back, and close.
  await header(bo).getByRole('button', { name: 'Snooze', exact: true }).waitFor();
  await header(bo).getByRole('button', { name: 'Close' }).click();
  await becomes(conversation, 'it is closed', ({ status }) => status === 'closed');
  await bo.getByRole('button', { name: 'Undo' }).click();
  await becomes(conversation, 'it is open again', ({ status }) => status === 'open');
  await header(bo).getByRole('button', { name: 'Close' }).click();
  await widget.getByText('This conversation is closed.').waitFor();

  // Search, and jump to what was said.
  await inbox(ada);
  await ada.getByRole('button', { name: 'Search' }).click();
  await ada.keyboard.type('oslo');
  await option(ada, new RegExp(mira)).click();
  await ada.locator('[data-marked]', { hasText: 'Do you ship to Oslo?' }).waitFor();
  await header(ada).getByText(mira).waitFor();
});

test('by keyboard alone, and one sees where the focus is', async () => {
  const noor = somebody('Noor');
  const [ada, bo, visitor] = [await demo.newPage(), await demo.newPage(), await demo.newPage()];
  for (const page of [ada, bo, visitor]) {
    await page.addInitScript(`addEventListener('pointerdown', () => { globalThis.pointed = true; }, true);`);
  }
  await visitor.goto(demo.url);
  for (const [page, account] of [[ada, ADMIN] as const, [bo, BO] as const]) {
    await inbox(page);
    await tabTo(page, page.getByLabel('Email'));
    await page.keyboard.type(account.email);
    await page.keyboard.press('Tab');
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.type(account.password);
    await page.keyboard.press('Enter');
    await view(page, /^Open/).waitFor();
  }
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const widget = widgetIn(visitor);
  await tabTo(visitor, widget.getByRole('button', { name: /^Open chat/ }));
  expect(await focusIsSeen(visitor)).toBe(true);
  await press(visitor, 'Enter');
  await tabTo(visitor, composerIn(widget));
  await visitor.keyboard.type('Is the moss glaze food safe?');
  await press(visitor, 'Enter');
  const conversation = await meet(visitor, noor);

  // Move, open and claim.
  await press(bo, '2');
  await rowOf(bo, noor).waitFor();
  await rowOf(ada, noor).waitFor();
  await press(ada, 'j');
  await rowOf(ada, noor).and(ada.locator(':focus')).waitFor();
  expect(await focusIsSeen(ada)).toBe(true);
  await press(ada, 'Enter');
  await logIn(ada).getByText('moss glaze').waitFor();
  await press(ada, 'm');
  await rowOf(bo, noor).waitFor({ state: 'detached' });

  // Answer.
  await press(ada, 'r');
  await composerIn(ada).and(ada.locator(':focus')).waitFor();
  expect(await focusIsSeen(ada)).toBe(true);
  await ada.keyboard.type('It is. One moment.');
  await press(ada, 'Enter');
  await logIn(widget).getByText('It is. One moment.').waitFor();

  // Note.
  await press(ada, 'Escape', 'n');
  await ada.keyboard.type('@bo');
  await option(ada, /Bo/).waitFor();
  await press(ada, 'Enter');
  await ada.keyboard.type('who fired it?');
  await press(ada, 'Enter');
  await mentions(bo).getByText('1').waitFor();
  await press(bo, '4');
  await unread(bo, noor).waitFor({ state: 'attached' });
  await press(bo, 'j', 'Enter');
  await logIn(bo).getByText('who fired it?').waitFor();
  await unread(bo, noor).waitFor({ state: 'detached' });
  await mentions(bo).getByText('1').waitFor({ state: 'detached' });

  // Canned reply.
  await press(ada, 'Escape', 'r');
  await ada.keyboard.type('/ship');
  await option(ada, /ship/).waitFor();
  await press(ada, 'Enter', 'Enter');
  await logIn(widget).getByText(`We ship on Mondays, ${noor}.`).waitFor();

  // Tag.
  await press(ada, 'Escape', 't');
  await ada.keyboard.type('par');
  expect(await focusIsSeen(ada)).toBe(true);
  await press(ada, 'Enter');
  await becomes(conversation, 'it is tagged', ({ tags }) => tags?.[0] === 'parcel');
  await press(ada, 'Escape', 'Escape');

  // Hand over with a note.
  await press(ada, 'Shift+A');
  await ada.keyboard.type('bo');
  await option(ada, /Bo/).waitFor();
  expect(await focusIsSeen(ada)).toBe(true);
  await press(ada, 'Enter');
  await ada.getByRole('dialog', { name: 'Hand over to Bo' }).waitFor();
  await ada.keyboard.type('You know the moss');
  await press(ada, 'Tab', 'Tab');
  expect(await focusIsSeen(ada)).toBe(true);
  await press(ada, 'Enter');
  await told(ada, `Assigned to Bo · ${noor}`);
  await logIn(bo).getByText('You know the moss').waitFor();

  // Snooze.
  await press(bo, 'Escape', '1');
  await rowOf(bo, noor).waitFor();
  await press(bo, 'j', 's');
  await bo.keyboard.type('2 h');
  await option(bo, /In 2 hours/).waitFor();
  await press(bo, 'Enter');
  await becomes(conversation, 'it is snoozed', ({ status }) => status === 'snoozed');
  await visitor.keyboard.type('Thank you!');
  await press(visitor, 'Enter');
  await rowOf(bo, noor).getByText('Thank you!').waitFor();

  // Close, take it back, and close.
  await press(bo, 'j', 'e');
  await becomes(conversation, 'it is closed', ({ status }) => status === 'closed');
  await press(bo, 'z');
  await becomes(conversation, 'it is open again', ({ status }) => status === 'open');
  await rowOf(bo, noor).waitFor();
  await press(bo, 'j', 'e');
  await widget.getByText('This conversation is closed.').waitFor();

  // Search, and jump to what was said.
  await press(ada, 'Escape', '/');
  await ada.keyboard.type('moss glaze');
  await option(ada, new RegExp(noor)).waitFor();
  expect(await focusIsSeen(ada)).toBe(true);
  await press(ada, 'Enter');
  await ada.locator('[data-marked]', { hasText: 'Is the moss glaze food safe?' }).waitFor();
  expect(await focusIsSeen(ada)).toBe(true);

  for (const page of [ada, bo, visitor]) expect(await page.evaluate('globalThis.pointed')).toBeUndefined();
});
