import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf } from '../support/axe.js';
import { composerIn, Demo } from '../support/demo.js';
import { eventually } from '../support/talk.js';

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.start();
});
afterAll(() => demo?.stop());

const visit = (path: string): Promise<Page> => {
  demo.complaints.length = 0;
  return demo.visit(path, { permissions: ['clipboard-read', 'clipboard-write'] });
};

const launcherIn = (page: Page) => page.locator('chat-widget [part~="launcher"]');

test.each(['React 19', 'Vue 3'])(
  '%s binds properties and events, and takes the chat in, out and along',
  async (name) => {
    const page = await visit(`/examples/${name.split(' ', 1)[0]?.toLowerCase()}`);
    await launcherIn(page).click();
    const asking = (about: string) => page.locator('chat-widget').getByPlaceholder(`Ask: ${about}`, { exact: true });
    await asking('Tonight’s firing').waitFor();
    await page.getByRole('link', { name: 'What came out' }).click();
    await page.locator('chat-widget').getByRole('heading', { name: 'What came out' }).waitFor();
    await asking('What came out').waitFor();
    await composerIn(page).fill('How brave?');
    await composerIn(page).press('Enter');
    await page.locator('#app > main > [role=status]').getByText('How brave?').waitFor();
    await page.getByLabel('In the page').check();
    await page.locator('chat-widget[mode=inline]').getByRole('log').getByText('How brave?').waitFor();
    await page.getByLabel('A chat').uncheck();
    expect(await page.locator('chat-widget').count()).toBe(0);
    await page.getByLabel('A chat').check();
    await page.locator('chat-widget').getByRole('log').getByText('How brave?').waitFor();
    expect(demo.complaints).toEqual([]);
    await page.context().close();
  },
);

test('plain HTML opens the chat from a button of its own', async () => {
  const page = await visit('/examples/plain');
  await page.getByRole('button', { name: 'Ask about this' }).click();
  await composerIn(page).waitFor();
  await eventually('the text is there', async () =>
    (await composerIn(page).inputValue()).startsWith('A question about'),
  );
  expect(demo.complaints).toEqual([]);
  await page.context().close();
});

test('the playground changes the chat and hands out its lines', async () => {
  const page = await visit('/playground');
  await page.getByLabel('Heading').fill('The "kiln" room');
  await page.getByLabel('Language').selectOption('de');
  await page.getByLabel('Corners').fill('4');
  await page.getByRole('button', { name: 'toggle()' }).click();
  await page.locator('chat-widget').getByRole('heading', { name: 'The "kiln" room' }).waitFor();
  expect(await composerIn(page).getAttribute('placeholder')).toBe('Nachricht schreiben');
  await page.locator('.heard').getByText('chat-open').waitFor();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied.').waitFor();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(copied).toContain(`<script type="module" src="${demo.api.url}/widget.js"></script>`);
  expect(copied).toContain(
    '<chat-widget site="demo" locale="de" heading="The &quot;kiln&quot; room" open></chat-widget>',
  );
  expect(copied).toContain('--chat-radius: 4px;');
  expect(demo.complaints).toEqual([]);
  await page.context().close();
});

test.each(['/themes/terminal', '/themes/magazine', '/themes/toys', '/playground', '/examples'])(
  'axe finds nothing on %s',
  async (path) => {
    const page = await visit(path);
    await launcherIn(page).click();
    await composerIn(page).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(demo.complaints).toEqual([]);
    await page.context().close();
  },
);
