import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { faultsOf } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/databases.js';
import { createVisitor, signIn as signInApi } from '../support/http.js';
import { cameraPicture } from '../support/pictures.js';
import { inParallel, startConversation, uuid } from '../support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let browser: Browser;
let admin: Page;
let invited: Page;
const complaints: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  [api, browser] = await Promise.all([ApiProcess.start(database.env), launchBrowser()]);
  admin = await newPage();
  await signIn(admin, ADMIN.email, ADMIN.password);
});

afterAll(async () => {
  await browser?.close();
  await api?.stop();
  await database?.remove();
});

/** A browser of its own, whose every complaint about our pages fails the test. */
async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    bypassCSP: false,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text()))
      complaints.push(message.text());
  });
  return page;
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${api.url}/inbox/`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Settings' }).waitFor();
}

async function open(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click();
  await page.getByRole('heading', { level: 1, name: section }).waitFor();
}

const expectAccessible = async (page: Page) => expect(await faultsOf(page)).toEqual([]);

test('an invitation becomes an agent, who signs in and finds the settings', async () => {
  await admin.getByRole('link', { name: 'Settings' }).click();
  await open(admin, 'People');
  await admin.getByRole('button', { name: 'Invite somebody' }).click();
  await admin.getByLabel('Email').fill('jo@example.com');
  await admin.getByRole('button', { name: 'Make invitation' }).click();
  const link = await admin.getByRole('group', { name: 'Invitation link' }).textContent();
  await admin.getByRole('list', { name: 'Invitations' }).getByText('jo@example.com').waitFor();

  invited = await newPage();
  await invited.goto(link ?? '');
  await invited.getByText('jo@example.com').waitFor();
  await expectAccessible(invited);
  await invited.getByLabel('Your name').fill('Jo');
  await invited.getByLabel('Password').fill('a long password');
  await invited.getByRole('button', { name: 'Open the inbox' }).click();
  await invited.getByRole('link', { name: 'Settings' }).click();
  await open(invited, 'Profile');
  expect(await invited.getByLabel('Name').inputValue()).toBe('Jo');
  // What only admins may is not shown, and would be refused.
  expect(await invited.getByRole('link', { name: 'Audit log' }).count()).toBe(0);

  // Live, in the other's open settings.
  await admin.getByRole('list', { name: 'Agents' }).getByText('jo@example.com').waitFor();
  await admin.getByRole('list', { name: 'Invitations' }).waitFor({ state: 'detached' });

  const again = await newPage();
  await again.goto(link ?? '');
  await again.getByRole('heading', { name: 'This invitation no longer works' }).waitFor();
  await again.context().close();
});

test('a new name is seen by the others without a reload', async () => {
  await invited.getByLabel('Name').fill('Johanna');
  await invited.getByRole('button', { name: 'Save' }).click();
  await invited.getByText('Saved').waitFor();
  await admin.getByRole('list', { name: 'Agents' }).getByText('Johanna').waitFor();

  // One that comes from elsewhere does not take the place of the one that is typed.
  await invited.getByLabel('Name').fill('Jo of the shop');
  const elsewhere = await signInApi(api.url, { email: 'jo@example.com', password: 'a long password' });
  await elsewhere.call('updateProfile', {}, { name: 'Anna' });
  await invited.locator('profile-section .avatar').getByText('A', { exact: true }).waitFor();
  expect(await invited.getByLabel('Name').inputValue()).toBe('Jo of the shop');
  await invited.getByLabel('Name').fill('Johanna');
  await invited.getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('list', { name: 'Agents' }).getByText('Johanna').waitFor();
});

test('two admins who edit the same team see both values before one wins', async () => {
  await open(admin, 'Teams');
  await admin.getByRole('button', { name: 'Add a team' }).click();
  await admin.getByLabel('Name').fill('Shipping');
  await admin.getByRole('checkbox', { name: 'Johanna' }).check();
  await admin.getByRole('button', { name: 'Add team' }).click();
  const teams = admin.getByRole('list', { name: 'Teams' });
  await teams.getByText('Shipping').waitFor();

  await admin.getByRole('button', { name: 'Edit Shipping' }).click();
  await admin.getByLabel('Name').fill('Parcels');
  const other = await newPage();
  await signIn(other, ADMIN.email, ADMIN.password);
  await other.goto(`${api.url}/inbox/settings/teams`);
  await other.getByRole('button', { name: 'Edit Shipping' }).click();
  await other.getByLabel('Name').fill('Post');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Saved').waitFor();

  // What the other has saved shows, and what is typed stays.
  await teams.getByText('Post').waitFor();
  expect(await admin.getByLabel('Name').inputValue()).toBe('Parcels');
  await admin.getByRole('button', { name: 'Save' }).click();
  const both = admin.getByText('Somebody else has changed this meanwhile');
  await both.waitFor();
  await admin.getByRole('definition').filter({ hasText: 'Post' }).waitFor();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Save' }).click();
  await other.getByRole('list', { name: 'Teams' }).getByText('Parcels').waitFor();
  await other.context().close();
});

test('what is typed shows in the real widget at once, and a closed site is gone', async () => {
  await open(admin, 'Sites');
  await admin.getByRole('button', { name: 'Add a site' }).click();
  await admin.getByLabel('Name').fill('Kiln');
  await admin.getByLabel('Key').fill('kiln');
  await admin.getByLabel('Address of the website').fill('https://kiln.example/shop');
  await admin.getByRole('button', { name: 'Add site' }).click();
  await admin.getByRole('link', { name: 'Kiln' }).click();
  await admin.getByRole('group', { name: 'Tag for your pages' }).getByText('site="kiln"').waitFor();
  await admin.getByLabel('Heading').fill('Kiln and clay');
  await admin.getByLabel('Greeting').fill('Warm hello');
  const preview = admin.locator('site-preview');
  await preview.getByText('Kiln and clay').waitFor();
  await preview.getByText('Warm hello').waitFor();
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await admin.getByText('Saved').waitFor();
  const settings = await (await fetch(`${api.url}/v1/sites/kiln`)).json();
  expect(settings).toMatchObject({ texts: { heading: 'Kiln and clay', greeting: 'Warm hello' } });
  await expectAccessible(admin);

  await admin.getByRole('button', { name: 'Close this site…' }).click();
  const close = admin.getByRole('dialog').getByRole('button', { name: 'Close this site' });
  expect(await close.isDisabled()).toBe(true);
  await admin.getByLabel('Type kiln to go on').fill('kiln');
  await close.click();
  await admin.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
  await admin.getByRole('link', { name: 'Kiln' }).waitFor({ state: 'detached' });
  expect((await fetch(`${api.url}/v1/sites/kiln`)).status).toBe(404);
});

test('a token is shown once', async () => {
  await open(admin, 'API tokens');
  await admin.getByRole('button', { name: 'Make a token' }).click();
  await admin.getByLabel('Name').fill('Order bot');
  await admin.getByRole('button', { name: 'Make token' }).click();
  const token = await admin.getByRole('group', { name: 'API token' }).textContent();
  const answer = await fetch(`${api.url}/v1/agents`, { headers: { Authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  await admin.reload();
  await admin.getByRole('list', { name: 'API tokens' }).getByText('Order bot').waitFor();
  expect(await admin.getByText(token ?? '').count()).toBe(0);
});

test('tokens come page by page, and a new one is on top without a reload', async () => {
  const agent = await signInApi(api.url, ADMIN);
  await inParallel(51, 8, (index) => agent.call('createToken', {}, { name: `Bot ${index}`, scopes: ['read'] }));
  await admin.reload();
  const rows = admin.getByRole('list', { name: 'API tokens' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(50);
  await admin.getByRole('button', { name: 'Show more' }).click();
  await admin.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' });
  expect(await rows.count()).toBe(52);
  expect(await rows.last().textContent()).toContain('Order bot');
  await agent.call('createToken', {}, { name: 'Newest bot', scopes: ['read'] });
  await rows.first().getByText('Newest bot').waitFor();
  expect(await rows.count()).toBe(53);
});

test('a tag is added by an agent, and renamed by an admin; what two change at once is shown before one wins', async () => {
  await open(invited, 'Tags');
  await invited.getByText('There is no tag yet').waitFor();
  await invited.getByRole('button', { name: 'Add a tag' }).click();
  await invited.getByLabel('Name').fill('refund');
  await invited.getByRole('radio', { name: 'Green' }).check();
  await invited.getByRole('button', { name: 'Add tag' }).click();
  const tags = invited.getByRole('list', { name: 'Tags' });
  await tags.getByText('refund').waitFor();
  await invited.getByRole('button', { name: 'Add a tag' }).click();
  await invited.getByLabel('Name').fill('REFUND');
  await invited.keyboard.press('Enter');
  await invited.getByRole('alert').getByText('There is a tag with this name').waitFor();
  await invited.getByRole('button', { name: 'Cancel' }).click();
  // What only admins may is not shown, and would be refused.
  expect(await invited.getByRole('button', { name: 'Edit refund' }).count()).toBe(0);

  await open(admin, 'Tags');
  await admin.getByRole('button', { name: 'Edit refund' }).click();
  expect(await admin.getByRole('radio', { name: 'Green' }).isChecked()).toBe(true);
  const other = await newPage();
  await signIn(other, ADMIN.email, ADMIN.password);
  await other.goto(`${api.url}/inbox/settings/tags`);
  await other.getByRole('button', { name: 'Edit refund' }).click();
  await other.getByRole('radio', { name: 'Violet' }).check();
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Saved').waitFor();

  await admin.getByLabel('Name').fill('money back');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Somebody else has changed this meanwhile').waitFor();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Saved').waitFor();
  await tags.getByText('money back').waitFor();

  // Removed under the hands of another.
  await other.getByRole('button', { name: 'Edit money back' }).click();
  await admin.getByRole('button', { name: 'Remove money back' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await invited.getByText('There is no tag yet').waitFor();
  await other.getByText('Somebody has removed this tag meanwhile').waitFor();
  await other.context().close();
});

test('a canned reply: variables put in by a press, shared with all, and brought back when it was removed', async () => {
  await open(admin, 'Canned replies');
  await admin.getByText('There is no canned reply yet').waitFor();
  await admin.getByRole('button', { name: 'Add a reply' }).click();
  await admin.getByLabel('Title', { exact: true }).fill('Shipping abroad');
  await admin.getByLabel('Shortcut').fill('ship');
  const text = admin.getByRole('textbox', { name: 'Text' });
  await text.fill('Hello ! {{name}}');
  await text.press('Home');
  for (const _ of 'Hello ') await text.press('ArrowRight');
  await admin.getByRole('button', { name: 'Visitor\u2019s name' }).click();
  expect(await text.inputValue()).toBe('Hello {{visitor.name}}! {{name}}');
  await admin.getByText('Nothing is filled in for {{name}}').waitFor();
  await admin.getByText('Hello Mira!').waitFor();
  await expectAccessible(admin);
  await text.fill('Hello {{visitor.name}}, yes, we ship to Norway.');
  await admin.getByRole('button', { name: 'Add reply' }).click();
  await admin.getByRole('list', { name: 'For everybody' }).getByText('Shipping abroad').waitFor();

  await open(invited, 'Canned replies');
  const shared = invited.getByRole('list', { name: 'For everybody' });
  await shared.getByText('/ship').waitFor();
  expect(await invited.getByRole('button', { name: 'Edit Shipping abroad' }).count()).toBe(0);
  await invited.getByRole('button', { name: 'Add a reply' }).click();
  expect(await invited.getByRole('radio', { name: 'Everybody' }).count()).toBe(0);
  await invited.getByLabel('Title', { exact: true }).fill('Bye');
  await invited.getByRole('textbox', { name: 'Text' }).fill('x'.repeat(10_001));
  await invited.getByRole('button', { name: 'Add reply' }).click();
  await invited.getByRole('alert').getByText('Text must have 1 to 10000 characters').waitFor();
  await invited.getByRole('textbox', { name: 'Text' }).fill('Have a nice day!');
  await invited.getByRole('button', { name: 'Add reply' }).click();
  await invited.getByRole('list', { name: 'Only yours' }).getByText('Bye').waitFor();
  expect(await admin.getByText('Bye').count()).toBe(0);

  await admin.getByRole('button', { name: 'Remove Shipping abroad' }).click();
  await shared.waitFor({ state: 'detached' });
  // The focus moves to what takes it back.
  await admin.locator('.told button:focus').waitFor();
  await admin.keyboard.press('Enter');
  await shared.getByText('we ship to Norway').waitFor();
  await admin.getByText('Taken back').waitFor();
});

test('a canned reply that somebody else removes while it is written is not lost', async () => {
  await admin.getByRole('button', { name: 'Edit Shipping abroad' }).click();
  await admin.getByRole('textbox', { name: 'Text' }).fill('Yes, to Norway and to Iceland.');
  const other = await newPage();
  await signIn(other, ADMIN.email, ADMIN.password);
  await other.goto(`${api.url}/inbox/settings/canned`);
  await other.getByRole('button', { name: 'Remove Shipping abroad' }).click();
  await admin.getByText('Somebody has removed it meanwhile').waitFor();
  await admin.getByRole('button', { name: 'Add reply' }).click();
  await other.getByRole('list', { name: 'For everybody' }).getByText('to Iceland').waitFor();
  await other.context().close();
});

test('a visitor who is blocked is listed with the reason, let in again, and blocked anew when that is undone', async () => {
  await open(admin, 'Blocked visitors');
  await admin.getByText('Nobody is blocked').waitFor();
  const visitor = await createVisitor(api.url, 'Troll');
  const conversation = await startConversation(visitor);
  const agent = await signInApi(api.url, ADMIN);
  await agent.call('putBlock', { visitor: visitor.id }, { reason: 'Threatens people' });
  // Live, and who did it is said.
  const list = admin.getByRole('list', { name: 'Blocked visitors' });
  await list.getByText('Threatens people').waitFor();
  await list.getByText(/Blocked just now\s+by\s+Admin/).waitFor();

  await admin.getByRole('button', { name: 'Unblock Troll' }).click();
  await admin.getByText('Troll can write again').waitFor();
  await list.waitFor({ state: 'detached' });
  const message = { clientId: uuid(), text: 'Thank you' };
  expect((await visitor.call('createMessage', { conversation }, message)).status).toBe(201);
  await admin.getByRole('button', { name: 'Undo' }).click();
  await list.getByText('Threatens people').waitFor();
  expect((await visitor.call('createMessage', { conversation }, message)).status).toBe(403);

  await admin.getByRole('button', { name: 'Show what Troll wrote' }).click();
  await admin.waitForURL(new RegExp(conversation));
  await admin.goBack();
  await list.waitFor();
});

test('blocked visitors come page by page, and what one has not seen yet is still there', async () => {
  const agent = await signInApi(api.url, ADMIN);
  await inParallel(55, 8, async (index) => {
    const { id } = await createVisitor(api.url, `Crowd ${index}`);
    await agent.call('putBlock', { visitor: id }, {});
  });
  await admin.reload();
  const rows = admin.getByRole('list', { name: 'Blocked visitors' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(50);
  await admin.getByRole('button', { name: 'Show more' }).click();
  await admin.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' });
  // With the one of the test before, who is the last of all.
  expect(await rows.count()).toBe(56);
  expect(await rows.last().textContent()).toContain('Troll');
});

test('the conversations of a site go to a team, which gives them by turns', async () => {
  await open(admin, 'Sites');
  await admin.getByRole('list', { name: 'Sites' }).getByRole('link').first().click();
  const team = admin.getByLabel('New conversations go to');
  await team.selectOption('Parcels');
  await admin.getByRole('checkbox', { name: 'Give by turns' }).check();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Save', exact: true }).last().click();
  await admin.getByText('Saved').waitFor();
  const agent = await signInApi(api.url, ADMIN);
  const [shipping] = (await agent.call('listTeams', {})).body.items;
  expect(shipping).toMatchObject({ name: 'Parcels', byTurns: true });
  expect((await agent.call('listSites', {})).body.items[0]).toMatchObject({ team: shipping?.id });
  // Another admin turns it off: it shows at once.
  await agent.call('updateTeam', { team: shipping?.id ?? '' }, { byTurns: false });
  await admin.getByText('Whoever of Parcels is free takes them').waitFor();
  // And another changes the team while one chooses: what they chose is shown, and nothing of it lost.
  await admin.getByRole('checkbox', { name: 'Give by turns' }).check();
  await agent.call('updateTeam', { team: shipping?.id ?? '' }, { name: 'Post' });
  await admin.getByRole('button', { name: 'Save', exact: true }).last().click();
  await admin.getByText('Somebody else has changed this meanwhile').waitFor();
  expect((await agent.call('listTeams', {})).body.items).toMatchObject([{ name: 'Post', byTurns: false }]);

  await open(admin, 'People');
  await admin.getByRole('button', { name: 'Edit Johanna' }).click();
  await admin.getByLabel('Open conversations at most').fill('8');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('list', { name: 'Agents' }).getByText('Up to 8 open').waitFor();
});

test('a picture of oneself is seen by the others, and is back when its removal is undone', async () => {
  await open(admin, 'People');
  await open(invited, 'Profile');
  const picture = { name: 'me.png', mimeType: 'image/png', buffer: await cameraPicture('png') };
  await invited.getByLabel('Picture', { exact: true }).setInputFiles(picture);
  await invited.getByText('Picture changed').waitFor();
  const seen = admin.getByRole('list', { name: 'Agents' }).locator('img.avatar');
  await seen.waitFor();
  const isPicture = await seen.evaluate((picture: { decode(): Promise<void>; naturalWidth: number }) =>
    picture.decode().then(() => picture.naturalWidth > 0),
  );
  expect(isPicture).toBe(true);
  await invited.getByRole('button', { name: 'Remove' }).click();
  await seen.waitFor({ state: 'detached' });
  await invited.getByRole('button', { name: 'Undo' }).click();
  await seen.waitFor();

  const text = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') };
  await invited.getByLabel('Picture', { exact: true }).setInputFiles(text);
  await invited.getByRole('alert').getByText('This picture cannot be read').waitFor();
});

test('whoever loses access is signed out while working', async () => {
  await open(admin, 'People');
  await admin.getByRole('button', { name: 'Edit Johanna' }).click();
  await admin.getByRole('button', { name: 'Take access away' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Take access away' }).click();
  await invited.getByRole('heading', { name: 'Sign in to your inbox' }).waitFor();
  await open(admin, 'Audit log');
  await admin.getByText('disabled: no → yes').waitFor();
  await admin
    .getByText(/blocked Crowd/)
    .first()
    .waitFor();
  // What another does meanwhile is there by itself.
  const agent = await signInApi(api.url, ADMIN);
  await agent.call('createTag', {}, { name: 'meanwhile' });
  await admin.getByText('meanwhile').waitFor();
});

test.each([
  'Profile',
  'Sign-in and security',
  'Sites',
  'People',
  'Teams',
  'Tags',
  'Canned replies',
  'Blocked visitors',
  'API tokens',
  'Audit log',
])('axe finds nothing in %s, light when wide and dark on a phone', async (section) => {
  await admin.setViewportSize({ width: 1280, height: 900 });
  await admin.emulateMedia({ colorScheme: 'light' });
  await open(admin, section);
  await expectAccessible(admin);
  await admin.setViewportSize({ width: 390, height: 844 });
  await admin.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(admin);
  expect(await admin.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

test('no page complained, and no policy was broken', () => {
  expect(complaints).toEqual([]);
});
