import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { hasBackForwardCache } from '../../../../scripts/back-forward-cache.js';
import { ADMIN } from '../support/api-process.js';
import { Demo, logIn, openChat, widgetIn, write } from '../support/demo.js';
import { type Caller, signIn } from '../support/http.js';
import { metricOf } from '../support/metrics.js';
import { eventually, say } from '../support/talk.js';

/** A frozen leader is replaced within this time, in milliseconds. */
const TAKEOVER_MS = 10_000;

const testIfRestored = (await hasBackForwardCache()) ? test : test.skip;

let demo: Demo;
let context: BrowserContext;
let agent: Caller;
let conversation: string;
let tabs: Page[];

beforeAll(async () => {
  demo = await Demo.start();
  agent = await signIn(demo.api.url, ADMIN);
  context = await demo.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const first = await openTab();
  await write(widgetIn(first), 'one');
  conversation = await eventually('the conversation is there', async () => {
    return (await agent.call('listConversations', {})).body.items[0]?.id;
  });
  tabs = [first, await openTab(), await openTab()];
  await eventually('all tabs share one stream', async () => (await streams()) === 1);
});

afterAll(() => demo?.stop());

const streams = () => metricOf(demo.api, 'porchlight_stream_connections');

/** A tab on the demo site with the panel open. */
async function openTab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(demo.url);
  await openChat(page);
  return page;
}

const seenIn = (page: Page, text: string, timeout = TAKEOVER_MS) =>
  logIn(widgetIn(page)).getByText(text, { exact: true }).waitFor({ timeout });

test('case 13: a leader that the browser freezes lets another tab lead within 10 s, and catches up when it thaws', async () => {
  for (const [index, frozen] of tabs.entries()) {
    const session = await context.newCDPSession(frozen);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    const text = `while tab ${index} is frozen`;
    await say(agent, conversation, text);
    await Promise.all(tabs.filter((tab) => tab !== frozen).map((tab) => seenIn(tab, text)));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await seenIn(frozen, text);
    await session.detach();
  }
  await eventually('all tabs share one stream', async () => (await streams()) === 1);
});

test('case 13: a leader that hangs, keeps its lock and says nothing is replaced within 10 s', async () => {
  // The third has been frozen last and leads no more: one of these two does.
  const [one, another, third] = tabs as [Page, Page, Page];
  const resume = await Promise.all([one, another].map(hang));
  await say(agent, conversation, 'while two tabs hang');
  await seenIn(third, 'while two tabs hang');
  await Promise.all(resume.map((goOn) => goOn()));
  await Promise.all([one, another].map((tab) => seenIn(tab, 'while two tabs hang')));
});

testIfRestored('case 13: a page with an open chat is restored from the back/forward cache, and goes on', async () => {
  const [page] = tabs as [Page];
  await page.evaluate(`addEventListener('pageshow', ({ persisted }) => { globalThis.restored = String(persisted); })`);
  await page.goto(`${demo.url}/community.html`);
  await say(agent, conversation, 'while the page was away');
  await page.goBack({ waitUntil: 'commit' });
  const restored = await eventually('the page is back', () => page.evaluate('globalThis.restored').catch(() => ''));
  expect(restored).toBe('true');
  await seenIn(page, 'while the page was away');
  await say(agent, conversation, 'after its return');
  await seenIn(page, 'after its return');
});

/** Stops a page's scripts in their tracks, as a debugger does; returns what lets them go on. */
async function hang(page: Page): Promise<() => Promise<void>> {
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Debugger.enable');
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await session.send('Debugger.pause');
  // Whatever runs next is where it stops.
  void session.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined);
  await paused;
  return async () => {
    await session.send('Debugger.resume');
    await session.send('Debugger.disable');
    await session.detach();
  };
}
