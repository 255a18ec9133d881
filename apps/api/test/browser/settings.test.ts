import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { launchBrowser } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/databases.js';

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

/** Through the shadow roots, as axe does; a policy that forbids strange scripts holds for it too. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

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
  const other = await newPage();
  await signIn(other, ADMIN.email, ADMIN.password);
  await other.goto(`${api.url}/inbox/settings/teams`);
  await other.getByRole('button', { name: 'Edit Shipping' }).click();
  await other.getByLabel('Name').fill('Post');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Saved').waitFor();

  await admin.getByLabel('Name').fill('Parcels');
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

test('whoever loses access is signed out while working', async () => {
  await open(admin, 'People');
  await admin.getByRole('button', { name: 'Edit Johanna' }).click();
  await admin.getByRole('button', { name: 'Take access away' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Take access away' }).click();
  await invited.getByRole('heading', { name: 'Sign in to your inbox' }).waitFor();
  await open(admin, 'Audit log');
  await admin.getByText('disabled: no → yes').waitFor();
});

test.each(['Profile', 'Sign-in and security', 'Sites', 'People', 'Teams', 'API tokens', 'Audit log'])(
  'axe finds nothing in %s, light and dark, wide and on a phone',
  async (section) => {
    await open(admin, section);
    for (const colorScheme of ['light', 'dark'] as const) {
      await admin.emulateMedia({ colorScheme });
      await expectAccessible(admin);
    }
    await admin.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(admin);
    expect(await admin.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await admin.setViewportSize({ width: 1280, height: 900 });
  },
);

test('no page complained, and no policy was broken', () => {
  expect(complaints).toEqual([]);
});
