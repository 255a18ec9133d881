import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { faultsOf } from '../support/axe.js';
import { composerIn, Demo, logIn, widgetIn, write } from '../support/demo.js';

let demo: Demo;
let ann: Page;
let ben: Page;
let agent: Page;

beforeAll(async () => {
  demo = await Demo.start();
});
afterAll(() => demo?.stop());

/** Somebody new in the room of the demo site. */
async function join(name: string): Promise<Page> {
  const page = await demo.visit('/community.html');
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await composerIn(page).waitFor();
  return page;
}

const details = (): Locator => agent.getByRole('region', { name: 'Details' });
const banned = (page: Page): Locator =>
  widgetIn(page).getByRole('heading', { name: 'You can no longer write in this room' });

test('members see each other in a list, in the room and in the inbox', async () => {
  [ann, ben, agent] = await Promise.all([join('Ann'), join('Ben'), demo.openInbox()]);
  await write(ann, 'Has anybody tried the new clay?');
  await write(ben, 'BUY CHEAP CLAY');
  await logIn(ann).getByText('BUY CHEAP CLAY').waitFor();

  await widgetIn(ann).getByRole('button', { name: '2 here' }).click();
  const list = widgetIn(ann).getByRole('region', { name: 'In this room' });
  await list.getByRole('listitem').filter({ hasText: 'Ben' }).waitFor();
  await list.getByRole('listitem').filter({ hasText: 'Ann' }).getByText('You').waitFor();
  await widgetIn(ann).getByRole('button', { name: 'Back to the conversation' }).click();

  await agent.getByRole('link', { name: 'Rooms' }).click();
  await agent.getByRole('link', { name: /BUY CHEAP CLAY/ }).click();
  for (const name of ['Ann', 'Ben']) {
    await details().getByRole('listitem').filter({ hasText: name }).getByText('Here').waitFor();
  }
  expect(await faultsOf(agent)).toEqual([]);
});

test('an agent deletes what one wrote: gone for everybody, with the place kept', async () => {
  await logIn(agent).locator('.message', { hasText: 'BUY CHEAP CLAY' }).hover();
  const tools = agent.getByRole('toolbar', { name: 'Actions' });
  await tools.getByRole('button', { name: 'Delete' }).click();
  await tools.getByText('Delete this message?').waitFor();
  await tools.getByRole('button', { name: 'Delete' }).click();
  for (const page of [agent, ann, ben]) {
    await logIn(page).getByText('Message deleted').waitFor();
    expect(await logIn(page).getByText('BUY CHEAP CLAY').count()).toBe(0);
  }
});

test('RM2: an agent bans a member, who is told calmly and can neither write nor read on', async () => {
  await write(ben, 'Clay! Clay! Clay!');
  await logIn(ann).getByText('Clay! Clay! Clay!').waitFor();
  await details().getByRole('button', { name: 'Ban Ben' }).click();
  await details().getByLabel('Reason, for agents only').fill('Advertising');
  await details().getByLabel('Delete what they wrote in the last hour, for good').check();
  expect(await faultsOf(agent)).toEqual([]);
  await details().getByRole('button', { name: 'Ban', exact: true }).click();

  await banned(ben).waitFor();
  expect(await widgetIn(ben).getByRole('textbox').count()).toBe(0);
  expect(await widgetIn(ben).getByText('Has anybody tried').count()).toBe(0);
  expect(await faultsOf(ben, 'chat-widget')).toEqual([]);
  expect(await widgetIn(ben).getByText('Advertising').count()).toBe(0);
  await logIn(ann).getByText('Clay! Clay! Clay!').waitFor({ state: 'detached' });
  await details().getByText('Advertising').waitFor();
  expect(await faultsOf(agent)).toEqual([]);

  // It holds after a reload, and the others go on.
  await ben.reload();
  await banned(ben).waitFor();
  await write(ann, 'Where were we?');
  await logIn(agent).getByText('Where were we?').waitFor();
  expect(await widgetIn(ben).getByText('Where were we?').count()).toBe(0);
});

test('a ban that is lifted lets one come back by itself, and write', async () => {
  await details().getByRole('button', { name: 'Lift the ban of Ben' }).click();
  await composerIn(ben).waitFor();
  await logIn(ben).getByText('Where were we?').waitFor();
  await write(ben, 'Sorry. What about that clay?');
  await logIn(ann).getByText('Sorry. What about that clay?').waitFor();
  await details().getByRole('listitem').filter({ hasText: 'Ben' }).getByText('Here').waitFor();
  expect(await details().getByRole('heading', { name: 'Banned' }).count()).toBe(0);
});

test('no page complained', () => {
  expect(demo.complaints).toEqual([]);
});
