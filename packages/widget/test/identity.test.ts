import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const jwtOf = (sub: string) => `header.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.signature`;

/** Collects what the page hears as `chat-error`. */
const listen = () => {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  document.addEventListener('chat-error', ({ detail }) => heard.push(`${detail.code}: ${detail.detail}`));
};
const heardBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
const contacts = (log: string[]) => log.filter((entry) => entry.includes(' /v1/'));

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(text).waitFor();
}

test('before the visitor acts it is remembered: nothing is fetched, nobody is contacted, nothing is kept', async () => {
  const { api, page, complaints } = await harness.visit({
    before: () => {
      Object.assign(globalThis, {
        porchlight: [
          (widget: HTMLElementTagNameMap['chat-widget']) => {
            widget.track('early');
            widget.setAttributes({ plan: 'pro' });
            widget.identify('header.eyJzdWIiOiJhbm4ifQ.signature');
            widget.logout();
            widget.identify('header.eyJzdWIiOiJhbm4ifQ.signature');
            widget.setAttributes({ plan: 'pro' });
            widget.track('looked', { sku: 'vase-2' });
          },
        ],
      });
    },
  });
  await page.waitForTimeout(300);
  expect(api.log).toEqual(['GET /widget.js']);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await page.getByRole('button', { name: 'Open chat' }).click();
  await say(page, 'Hello');
  await page.getByText('Sent').waitFor();
  expect(api.identities).toEqual([jwtOf('ann')]);
  await page.waitForTimeout(200);
  expect(api.attributes).toEqual({ plan: 'pro' });
  expect(api.tracked).toEqual(['looked']);
  expect(complaints).toEqual([]);
});

test('logging out takes away all that was kept, shows nothing of it, and tells other tabs', async () => {
  const { api, page, context, complaints } = await harness.visit();
  const other = await context.newPage();
  await other.goto(page.url());
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'Open chat' }).click();
  await say(page, 'Something private');
  await page.getByText('Sent').waitFor();
  await other.reload();
  await other.getByRole('button', { name: 'Open chat' }).click();
  await other.getByRole('log').getByText('Something private').waitFor();
  await other.getByRole('textbox', { name: 'Message' }).fill('a draft');

  await page.evaluate(() => document.querySelector('chat-widget')?.logout());
  for (const tab of [page, other]) {
    await tab.getByText('Something private').waitFor({ state: 'detached' });
    await tab.getByText('Say hello. We usually answer').waitFor();
    expect(await tab.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
  }
  expect(api.log).toContain('POST /v1/auth/logout');
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([, value]) => value.includes('token')));
  expect(kept).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('porchlight:demo:hint'))).not.toContain('true');

  const before = contacts(api.log).length;
  await page.reload();
  await page.waitForTimeout(300);
  expect(contacts(api.log).slice(before)).toEqual([]);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await say(page, 'Somebody else');
  expect(complaints).toEqual([]);
});

test('a tab that was opened before somebody logged out, and has not shown the chat, shows nothing either', async () => {
  const { page, context } = await harness.visit();
  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByRole('button', { name: 'Open chat' }).click();
  await say(page, 'Something private');
  await page.getByText('Sent').waitFor();
  await page.evaluate(() => document.querySelector('chat-widget')?.logout());
  await page.getByText('Something private').waitFor({ state: 'detached' });
  await other.getByRole('button', { name: 'Open chat' }).click();
  await other.getByText('Say hello. We usually answer').waitFor();
  expect(await other.getByText('Something private').count()).toBe(0);
});

test('who logs out while the conversation is fetched leaves nothing in the way of the next one', async () => {
  const { page, complaints } = await harness.visit({ returning: true }, (api) => {
    api.becomeVisitor('Mika');
    api.addMessage(api.addConversation().id, api.agent, 'Something private');
  });
  let asked = () => {};
  let answer = () => {};
  const fetching = new Promise<void>((resolve) => (asked = resolve));
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/messages/, async (route) => {
    asked();
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Open chat' }).click();
  await fetching;
  await page.evaluate(() => document.querySelector('chat-widget')?.logout());
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  answer();
  await page.waitForTimeout(300);
  await say(page, 'Somebody else');
  expect(await page.getByText('Something private').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('logging out where nothing is kept fetches nothing', async () => {
  const { api, page } = await harness.visit();
  await page.evaluate(() => document.querySelector('chat-widget')?.logout());
  await page.waitForTimeout(200);
  expect(api.log).toEqual(['GET /widget.js']);
});

test('an identity that has expired: the page hears of it, the chat goes on, and a fresh one is taken', async () => {
  const { api, page } = await harness.visit({ before: listen });
  await page.evaluate((jwt) => document.querySelector('chat-widget')?.identify(jwt), `${jwtOf('ann')}.late`);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await say(page, 'Hello');
  await page.getByText('Sent').waitFor();
  expect(await heardBy(page)).toEqual([expect.stringMatching(/^identity_expired: /)]);
  await page.evaluate((jwt) => document.querySelector('chat-widget')?.identify(jwt), jwtOf('ann'));
  await page.waitForFunction(() => document.querySelector('chat-widget')?.connection === 'live');
  await page.waitForTimeout(200);
  expect(api.identities).toEqual([`${jwtOf('ann')}.late`, jwtOf('ann')]);
});

describe('a page that calls with anything, in any order', () => {
  test('nonsense is told by chat-error and throws nothing into the page', async () => {
    const { page, complaints } = await harness.visit({ before: listen });
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: that is the point.
      const widget = document.querySelector('chat-widget') as any;
      const loop: Record<string, unknown> = {};
      loop['loop'] = loop;
      for (const nonsense of [undefined, null, 7, '', Symbol('x'), 10n, loop, () => {}]) {
        widget.identify(nonsense);
        widget.setAttributes(nonsense);
        widget.track(nonsense);
      }
      widget.track('fine', loop);
    });
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByText('Say hello. We usually answer').waitFor();
    const heard = await heardBy(page);
    // 8 values for 3 methods, and 1 more.
    expect(heard.filter((each) => /^invalid: .*TypeError/.test(each))).toHaveLength(25);
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: that is the point.
      const widget = document.querySelector('chat-widget') as any;
      for (const nonsense of [undefined, null, 7, Symbol('x'), {}]) {
        widget.sendMessage(nonsense);
        widget.prefill(nonsense);
      }
    });
    await page.waitForTimeout(100);
    await say(page, 'It still works');
    expect(complaints).toEqual([]);
  });

  test('every method in random orders, open or not, then a message: all is well', async () => {
    const calls = [
      'open()',
      'close()',
      'toggle()',
      `identify(${JSON.stringify(jwtOf('ann'))})`,
      `identify(${JSON.stringify(jwtOf('bea'))})`,
      'identify("nonsense")',
      'identify()',
      'logout()',
      'setAttributes({ plan: "pro" })',
      'setAttributes(null)',
      'track("looked", { sku: 1 })',
      'track()',
      'prefill("a draft")',
      'startConversation()',
      'remove()',
      'setAttribute("mode", "inline")',
      'removeAttribute("mode")',
    ];
    const order = fc.array(fc.record({ call: fc.constantFrom(...calls), wait: fc.constantFrom(0, 0, 0, 20, 120) }), {
      minLength: 3,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(order, async (steps) => {
        const { page, complaints } = await harness.visit();
        await page.evaluate(async (list) => {
          const widget = document.querySelector('chat-widget') as HTMLElement;
          for (const { call, wait } of list) {
            new Function('widget', `widget.${call}`)(widget);
            if (!widget.isConnected) document.body.append(widget);
            if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
          }
          widget.removeAttribute('mode');
        }, steps);
        await page.evaluate(() => document.querySelector('chat-widget')?.open());
        await page.getByRole('textbox', { name: 'Message' }).waitFor();
        await say(page, 'All is well');
        expect(complaints).toEqual([]);
        await harness.tidy();
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
