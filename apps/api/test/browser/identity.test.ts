import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMIN } from '../support/api-process.js';
import { composerIn, Demo, logIn as logOf, widgetIn, write } from '../support/demo.js';
import { Caller, signIn } from '../support/http.js';
import { SiteSigner } from '../support/identity.js';
import { eventually } from '../support/talk.js';

let demo: Demo;
let admin: Caller;
let site: SiteSigner;

beforeAll(async () => {
  demo = await Demo.start();
  admin = await signIn(demo.api.url, ADMIN);
  site = await SiteSigner.create(admin);
});
afterAll(() => demo?.stop());

const WIDGET = "document.querySelector('chat-widget')";
const logIn = (page: Page) => logOf(widgetIn(page));

/** As the page itself opens it. */
async function openChat(page: Page): Promise<void> {
  await page.evaluate(`${WIDGET}.open()`);
  await composerIn(widgetIn(page)).waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await write(widgetIn(page), text);
  await logIn(page).getByText(text).waitFor();
}

/** What the site's own page does once its server has signed who the visitor is. */
const identify = (page: Page, jwt: string) => page.evaluate(`${WIDGET}.identify(${JSON.stringify(jwt)})`);

const mira = { name: 'Mira Novak', email: 'mira@example.com', attributes: { plan: 'pro' } };

let first: Page;
let second: Page;

test('what was said before signing in is the person’s, and agents see who it is', async () => {
  first = await demo.visit();
  await openChat(first);
  await say(first, 'Do you still have the blue vase?');
  await widgetIn(first).getByText('Sent').waitFor();
  await identify(first, await site.sign('mira', mira));
  await eventually('the visitor is known', () => first.evaluate<boolean>(`${WIDGET}.visitor?.verified`));
  await first.evaluate(`${WIDGET}.setAttributes({ basket: 3 })`);
  await first.evaluate(`${WIDGET}.track('looked', { sku: 'vase-2' })`);
  await logIn(first).getByText('Do you still have the blue vase?').waitFor();

  const visitor = await first.evaluate<string>(`${WIDGET}.visitor.id`);
  await eventually('agents see the person, what it has and what it did', async () => {
    const { body } = await admin.call('getVisitor', { visitor });
    const events = (await admin.call('listVisitorEvents', { visitor })).body.items;
    return body.attributes?.['basket'] === 3 && events.some(({ name }) => name === 'looked');
  });
  expect((await admin.call('getVisitor', { visitor })).body).toMatchObject({
    name: mira.name,
    email: mira.email,
    verified: true,
    externalId: 'mira',
    attributes: { plan: 'pro', basket: 3 },
  });
});

test('on a second browser the history is there, and both hear what comes', async () => {
  second = await demo.visit();
  await identify(second, await site.sign('mira', mira));
  await openChat(second);
  await say(second, 'I am on my phone now');
  await widgetIn(second).getByText('Sent').waitFor();
  const { items } = (await admin.call('listConversations', {})).body;
  expect(items.every(({ visitor }) => visitor?.name === mira.name)).toBe(true);
  await second.reload();
  await identify(second, await site.sign('mira', mira));
  await openChat(second);
  await widgetIn(second)
    .getByRole('button', { name: /conversations/i })
    .first()
    .click();
  await widgetIn(second).getByText('Do you still have the blue vase?').first().click();
  await logIn(second).getByText('Do you still have the blue vase?').waitFor();
  await say(second, 'Then put it aside, please');
  await logIn(first).getByText('Then put it aside, please').waitFor();
});

test('an identity of another site’s making is refused, told the page, and the chat goes on', async () => {
  const page = await demo.visit();
  await page.evaluate(
    `document.addEventListener('chat-error', ({ detail }) => document.body.setAttribute('data-heard', detail.code))`,
  );
  const [header, , signature] = (await site.sign('mallory')).split('.');
  const claims = Buffer.from(JSON.stringify({ sub: 'mira', exp: 4_000_000_000 })).toString('base64url');
  await identify(page, `${header}.${claims}.${signature}`);
  await openChat(page);
  await say(page, 'I am Mira, believe me');
  await widgetIn(page).getByText('Sent').waitFor();
  expect(await page.getAttribute('body', 'data-heard')).toBe('identity_invalid');
  expect(await page.evaluate(`${WIDGET}.visitor?.verified`)).toBe(false);
  await page.context().close();
});

test('logging out leaves nothing: not on the screen, not in the browser, not on the server', async () => {
  const stored = (page: Page) => page.evaluate<Record<string, string>>('({ ...localStorage })');
  const session = `porchlight:${demo.api.url}:demo`;
  const token = (await stored(first))[session] ?? '';
  expect((await new Caller(demo.api.url, token).call('getMe', {})).body).toMatchObject({ externalId: 'mira' });

  await first.evaluate(`${WIDGET}.logout()`);
  await logIn(first).getByText('Do you still have the blue vase?').waitFor({ state: 'detached' });
  await eventually('the token is no longer good', async () => {
    return (await new Caller(demo.api.url, token).call('getMe', {})).status === 401;
  });
  const left = await stored(first);
  expect(left).not.toHaveProperty([session]);
  expect(left).not.toHaveProperty(['porchlight:demo:conversation']);
  expect(JSON.parse(left['porchlight:demo:hint'] ?? '')).toMatchObject({ session: false });

  await first.reload();
  await openChat(first);
  expect(await first.evaluate(`${WIDGET}.visitor`)).toBeUndefined();
  await say(first, 'Somebody else at the same desk');
  await widgetIn(first).getByText('Sent').waitFor();
  expect(await widgetIn(first).getByText('blue vase').count()).toBe(0);
  expect(await first.evaluate(`${WIDGET}.visitor?.verified`)).toBe(false);

  // The other browser is the person's own, and stays signed in.
  await say(second, 'Still me');
  expect(await second.evaluate(`${WIDGET}.visitor?.externalId`)).toBe('mira');
});

test('no page complained', () => {
  expect(demo.complaints).toEqual([]);
});
