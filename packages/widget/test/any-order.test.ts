import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

/** What a page may do to an element, whether or not it makes sense just then. */
const STEPS = [
  'open()',
  'close()',
  'toggle()',
  "sendMessage('From the page')",
  "sendMessage('')",
  'sendMessage(undefined)',
  'sendMessage({})',
  "prefill('Half a thought')",
  'prefill(null)',
  'startConversation()',
  'remove()',
  'append()',
  'move()',
  'foreign()',
  'open = true',
  'open = false',
  "open = ''",
  'open = null',
  'hideLauncher = true',
  'hideLauncher = false',
  "setAttribute('open', '')",
  "removeAttribute('open')",
  "setAttribute('mode', 'inline')",
  "setAttribute('mode', 'page')",
  "setAttribute('mode', 'nonsense')",
  "removeAttribute('mode')",
  "setAttribute('room', 'lobby')",
  "removeAttribute('room')",
  "setAttribute('site', 'other')",
  "setAttribute('site', 'demo')",
  "setAttribute('site', '')",
  "setAttribute('locale', 'xx-nonsense-1')",
  "setAttribute('locale', '')",
  "setAttribute('theme', 'plaid')",
  "setAttribute('position', 'bottom-left')",
  "setAttribute('heading', '<b>')",
  "setAttribute('api', 'nonsense')",
  "removeAttribute('api')",
  'unreadCount',
  'connection',
  'conversation',
  'visitor',
  'wait()',
  'wait()',
] as const;

const sequence = fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 14 });

test('whatever a page calls, in whatever order, nothing breaks', async () => {
  const { page, complaints } = await harness.visit({ body: '<iframe srcdoc="<p>inside"></iframe>' });
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      complaints.length = 0;
      const end = await page.evaluate(async (all) => {
        const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        const widget = document.createElement('chat-widget');
        widget.site = 'demo';
        const own: Record<string, () => unknown> = {
          'append()': () => document.body.append(widget),
          'move()': () => document.querySelector('h1')?.before(widget),
          'foreign()': () => document.querySelector('iframe')?.contentDocument?.body.append(widget),
          'wait()': () => pause(60),
        };
        const thrown: string[] = [];
        for (const step of all) {
          try {
            await (own[step] ?? new Function('widget', `return widget.${step}`))(widget);
          } catch (error) {
            thrown.push(`${step}: ${error}`);
          }
        }
        for (const [name, value] of [
          ['site', 'demo'],
          ['mode', ''],
          ['room', ''],
          ['api', ''],
        ] as const) {
          if (value) widget.setAttribute(name, value);
          else widget.removeAttribute(name);
        }
        document.body.append(widget);
        widget.hideLauncher = false;
        widget.open();
        const shadow = widget.shadowRoot as ShadowRoot;
        const inPanel = () => shadow.querySelector('chat-panel')?.shadowRoot?.querySelectorAll('chat-composer').length;
        for (let tries = 0; tries < 40 && inPanel() !== 1; tries++) await pause(100);
        const state = {
          thrown,
          open: widget.hasAttribute('open'),
          dialogs: shadow.querySelectorAll('dialog[open], section').length,
          composer: inPanel(),
          launcher: shadow.querySelectorAll('button.launcher:not([hidden])').length,
        };
        widget.close();
        widget.remove();
        await pause(20);
        return { ...state, closed: shadow.querySelectorAll('dialog[open]').length === 0 };
      }, steps);
      expect(end).toEqual({ thrown: [], open: true, dialogs: 1, composer: 1, launcher: 1, closed: true });
      expect(complaints).toEqual([]);
    }),
    { numRuns: 40, seed: 20261125 },
  );
});

test('what was called outside of the page, and given a room while it loaded, can still be taken out of the room', async () => {
  const { page, complaints } = await harness.visit({ body: '' });
  await page.evaluate(async () => {
    const widget = document.createElement('chat-widget');
    widget.site = 'demo';
    // Fetches the panel, also for an element without a frame.
    widget.prefill('Hello');
    widget.room = 'lobby';
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    widget.removeAttribute('room');
    document.body.append(widget);
    widget.open();
  });
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  expect(complaints).toEqual([]);
});

test('calls of a page that has not waited for anything', async () => {
  const { api, page, complaints } = await harness.visit({
    body: `<script>
      const early = document.createElement('chat-widget');
      early.site = 'demo';
      early.open = true;
      early.setAttribute('heading', 'Early');
      document.documentElement.append(early);
      window.porchlight = window.porchlight || [];
      porchlight.push((widget) => widget.sendMessage('Too early?'), (widget) => widget.prefill('And this'), null, 'nonsense');
      porchlight.push(undefined);
    </script>`,
  });
  await page.getByRole('heading', { name: 'Early' }).waitFor();
  await page.getByText('Sent', { exact: true }).waitFor();
  expect([...api.messages.values()].flat().map(({ text }) => text)).toEqual(['Too early?']);
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('And this');
  expect(complaints.every((complaint) => complaint.includes('is not a function'))).toBe(true);
});
