import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { composerIn, Demo, logIn, openChat, widgetIn, write } from '../support/demo.js';

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.start();
});
afterAll(() => demo?.stop());

async function joinRoom(name: string): Promise<Page> {
  const page = await demo.visit('/community.html');
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await composerIn(page).waitFor();
  return page;
}

const acknowledged: { visitor: string[]; room: string[] } = { visitor: [], room: [] };
let visitorPage: Page;
let agentPage: Page;
let roomPages: Page[];

test('a page with the tag stores nothing, opens no connection and calls nothing before the visitor acts', async () => {
  const page = await demo.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(demo.url);
  await page.locator('chat-widget [part~="launcher"]').waitFor();
  await page.waitForTimeout(500);
  expect(requests.filter((url) => url.startsWith(demo.api.url))).toEqual([`${demo.api.url}/widget.js`]);
  expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(0);
  await page.context().close();
});

test('a visitor writes, an agent sees it come, answers, closes and reopens', async () => {
  agentPage = await demo.openInbox();
  // The cookie alone is enough from now on.
  await agentPage.reload();
  await agentPage.getByRole('navigation', { name: 'Conversations' }).waitFor();
  await agentPage.waitForTimeout(500);
  expect(await agentPage.getByLabel('Password', { exact: true }).count()).toBe(0);
  visitorPage = await demo.visit();
  const widget = await openChat(visitorPage);
  await write(widget, 'Is the speckled bowl still there?');
  await widget.getByText('Sent').waitFor();
  acknowledged.visitor.push('Is the speckled bowl still there?');

  const row = agentPage.getByRole('link', { name: /speckled bowl/ });
  await row.waitFor();
  await expect(agentPage.title()).resolves.toMatch(/1/);
  await row.click();
  await logIn(agentPage).getByText('Is the speckled bowl still there?').waitFor();
  await write(agentPage, 'One left, I have put it aside.');
  await logIn(widget).getByText('One left, I have put it aside.').waitFor();
  acknowledged.visitor.push('One left, I have put it aside.');

  await agentPage.getByRole('button', { name: /^Close/ }).click();
  await widget.getByText('This conversation is closed.').waitFor();
  await agentPage.getByRole('button', { name: 'Reopen' }).first().click();
  await widget.getByText('This conversation is closed.').waitFor({ state: 'detached' });
});

test('after a reload the history is there, and what is written meanwhile arrives by itself', async () => {
  await visitorPage.reload();
  const widget = await openChat(visitorPage);
  for (const text of acknowledged.visitor) await logIn(widget).getByText(text).waitFor();
  await write(agentPage, 'Shall I post it?');
  await logIn(widget).getByText('Shall I post it?').waitFor();
  acknowledged.visitor.push('Shall I post it?');
});

test('people in the room see each other in the same order', async () => {
  roomPages = await Promise.all([joinRoom('Ann'), joinRoom('Ben')]);
  const [ann, ben] = roomPages as [Page, Page];
  for (let n = 1; n <= 5; n += 1) {
    await Promise.all([write(ann, `Ann says ${n}`), write(ben, `Ben says ${n}`)]);
  }
  for (const page of roomPages) {
    for (let n = 1; n <= 5; n += 1) {
      await logIn(page).getByText(`Ann says ${n}`).waitFor();
      await logIn(page).getByText(`Ben says ${n}`).waitFor();
    }
  }
  // A message of one's own is shown at once and finds its place among the others when the server has it.
  await until(async () => JSON.stringify(await linesIn(ann)) === JSON.stringify(await linesIn(ben)));
  const [first, second] = await Promise.all(roomPages.map(linesIn));
  expect(first).toHaveLength(10);
  expect(second).toEqual(first);
  acknowledged.room = first ?? [];
});

test('after kill -9 and a new start every acknowledged message is there, and the open pages go on', async () => {
  await demo.crash();

  const widget = widgetIn(visitorPage);
  await write(widget, 'Yes please, to Lisbon.');
  await logIn(agentPage).getByText('Yes please, to Lisbon.').waitFor({ timeout: 40_000 });
  acknowledged.visitor.push('Yes please, to Lisbon.');

  await visitorPage.reload();
  await openChat(visitorPage);
  for (const text of acknowledged.visitor) {
    await logIn(widget).getByText(text).waitFor();
    expect(await logIn(widget).getByText(text).count()).toBe(1);
  }
  const [ann] = roomPages as [Page];
  await ann.reload();
  await logIn(ann).getByText('Ben says 5').waitFor();
  expect(await linesIn(ann)).toEqual(acknowledged.room);
});

test('no page complained, and no policy was broken', () => {
  expect(demo.complaints).toEqual([]);
});

/** The texts of a room in the order they are shown. */
function linesIn(page: Page): Promise<string[]> {
  return page.locator('chat-message-list [part~="bubble"]').allInnerTexts();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
}
