import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMIN } from '../support/api-process.js';
import { faultsOf } from '../support/axe.js';
import { composerIn, Demo, logIn } from '../support/demo.js';
import { Caller, createVisitor, signIn } from '../support/http.js';
import { details, header, rowOf, view } from '../support/inbox.js';
import { eventually, say, startConversation, uuid } from '../support/talk.js';

/** What goes wrong while one works. */
const BO = { email: 'bo@example.com', password: 'a long password' };

let demo: Demo;
let admin: Caller & { id: string };

beforeAll(async () => {
  demo = await Demo.start({ RATE_LIMIT_FACTOR: '0' });
  admin = await signIn(demo.api.url, ADMIN);
}, 120_000);

afterAll(() => demo?.stop());

afterEach(() => expect(demo.complaints.splice(0)).toEqual([]));

/** A visitor with a conversation that is open in the inbox. */
async function talkTo(page: Page, name: string, site = 'demo'): Promise<{ visitor: Caller; conversation: string }> {
  const visitor = await createVisitor(demo.api.url, name, site);
  const conversation = await startConversation(visitor);
  await rowOf(page, name).click();
  await logIn(page).getByText('one').waitFor();
  return { visitor, conversation };
}

test('an agent who is removed while writing is told so at the sign-in, and finds the draft once let in again', async () => {
  const { body: bo } = await admin.call('createAgent', {}, { ...BO, name: 'Bo', role: 'agent' });
  const page = await demo.openInbox({}, BO);
  await talkTo(page, 'Ines');
  await composerIn(page).fill('Half a sentence');
  await admin.call('updateAgent', { agent: bo.id }, { disabled: true });
  await page.getByText('You have been signed out').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const enter = async () => {
    await page.getByLabel('Email').fill(BO.email);
    await page.getByLabel('Password', { exact: true }).fill(BO.password);
    await page.keyboard.press('Enter');
  };
  await enter();
  await page.getByText('do not belong together').waitFor();
  await admin.call('updateAgent', { agent: bo.id }, { disabled: false });
  await enter();
  await composerIn(page).waitFor();
  expect(await composerIn(page).inputValue()).toBe('Half a sentence');
  await page.context().close();
});

test('who signs out by themselves is told nothing of it', async () => {
  const page = await demo.openInbox({}, BO);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to your inbox' }).waitFor();
  expect(await page.getByText('You have been signed out').count()).toBe(0);
  await page.context().close();
});

test('a site that is closed with open chats: they close before the agent’s eyes, and can still be read', async () => {
  await admin.call('createSite', {}, { key: 'shop', name: 'Shop', origins: ['*'] });
  const page = await demo.openInbox();
  const { visitor, conversation } = await talkTo(page, 'Otto', 'shop');
  await composerIn(page).fill('Which one do you mean?');
  await admin.call('deleteSite', { site: 'shop' });
  await page.getByText('This conversation is closed.').waitFor();
  await header(page).getByText('Closed · shop').waitFor();
  await logIn(page).getByText('one').waitFor();
  expect((await visitor.call('createMessage', { conversation }, { clientId: uuid(), text: 'Hello?' })).status).toBe(
    401,
  );
  await view(page, /^Closed/).click();
  await rowOf(page, 'Otto').waitFor();
  await page.context().close();
});

test('a connection that is lost in the middle of typing takes nothing away, neither then nor with a reload', async () => {
  const page = await demo.openInbox();
  const { visitor, conversation } = await talkTo(page, 'Wilma');
  await composerIn(page).click();
  await page.keyboard.type('We can post it ');
  await page.context().setOffline(true);
  await page.keyboard.type('on Monday.');
  await page.getByText('Reconnecting…').waitFor();
  expect(await composerIn(page).inputValue()).toBe('We can post it on Monday.');
  await say(visitor, conversation, 'Are you still there?');
  await page.context().setOffline(false);
  await logIn(page).getByText('Are you still there?').waitFor();
  expect(await composerIn(page).inputValue()).toBe('We can post it on Monday.');
  await page.reload();
  await composerIn(page).waitFor();
  expect(await composerIn(page).inputValue()).toBe('We can post it on Monday.');
  await composerIn(page).press('Enter');
  await eventually('it is sent', async () => {
    const { items } = (await visitor.call('listMessages', { conversation })).body;
    return items.some(({ text }) => text === 'We can post it on Monday.');
  });
  await page.context().close();
});

/** Names as long as they may be: with markup, with marks that turn the direction of what follows, and without a place to break. */
const hostile = {
  markup: `<img src=x onerror="document.title='had'">${'<b>'.repeat(6)}`,
  direction: `${'\u202e'.repeat(10)}nimdA \u2066\u200f${'א'.repeat(20)}`,
  long: 'W'.repeat(60),
  marks: `Z${'\u0300\u0488'.repeat(29)}`,
};

test.each(Object.entries(hostile))('what a visitor says of itself is shown, and does nothing: %s', async (_, name) => {
  const evil = `"><script>document.title='had'</script>`;
  const page = await demo.openInbox();
  const arrival = await fetch(`${demo.api.url}/v1/sites/demo/visitors`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'User-Agent': `${evil} ${'Mozilla/5.0 '.repeat(30)}` },
    body: JSON.stringify({
      name,
      page: `https://example.com/${encodeURIComponent(evil)}/${'a'.repeat(1_500)}?x=${'%E2%80%AE'.repeat(20)}`,
      referrer: `https://example.org/${'<u>'.repeat(50)}`,
      locale: 'xx-HOSTILE1-HOSTILE2',
      timeZone: 'No/Such_Zone',
    }),
  });
  const { token } = (await arrival.json()) as { token: string };
  const visitor = new Caller(demo.api.url, token);
  await visitor.call('updateMe', {}, { attributes: { plan: `${evil}${'\u202e'}`, note: 'x'.repeat(255) } });
  const conversation = await startConversation(visitor);
  await say(visitor, conversation, `${evil} [click](javascript:alert(1)) ${'\u202e'} ${'W'.repeat(400)}`);
  const row = page.locator(`conversation-list [data-id="${conversation}"]`);
  await row.click();
  await details(page).getByText('plan').waitFor();
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.title()).not.toContain('had');
    // The actions are where they always are.
    const close = await header(page).getByRole('button', { name: 'Close' }).boundingBox();
    expect((close?.x ?? width) + (close?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  expect((await row.boundingBox())?.height).toBe(64);
  expect((await row.locator('.name').textContent())?.trim()).toBe(name.trim());
  expect((await header(page).locator('h2').textContent())?.trim()).toBe(name.trim());
  expect(await page.locator('img[src="x"], a[href^="javascript:"]').count()).toBe(0);
  await page.context().close();
});
