import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FakeApi } from './fake-api.js';
import type { VisitOptions } from './harness.js';
import { Harness } from './harness.js';
import { hostileNames, hostileTexts } from './hostile-texts.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

/** Opens a conversation on a page that forbids nothing, and keeps what would not be there if texts were only texts. */
async function converse(options: VisitOptions = {}, prepare: (api: FakeApi) => unknown = () => {}) {
  const visit = await harness.visit(
    {
      returning: true,
      ...options,
      before: () => {
        Object.assign(window, { ran: 0 });
        Object.assign(window, {
          pwned: () => {
            (window as unknown as { ran: number }).ran++;
          },
        });
      },
    },
    (api) => {
      api.becomeVisitor('Mika');
      if (!options.body) api.addConversation();
      prepare(api);
    },
  );
  const { api, page, context, complaints } = visit;
  const found: string[] = [];
  page.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => found.push(`went to ${frame.url()}`));
  context.on('page', (other) => found.push(`opened ${other.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(api.origin)) found.push(`asked ${request.url()}`);
  });
  if (!options.body) await page.getByRole('button', { name: /^Open chat/ }).click();
  await api.untilStreams(true);
  const harm = async () => {
    const ran = await page.evaluate(() => (window as unknown as { ran: number }).ran);
    return [...found, ...complaints, ...(ran ? [`${ran} scripts ran`] : [])];
  };
  return { ...visit, id: [...api.conversations.keys()][0] ?? '', harm };
}

/** Every element in the bubbles, as its name and attributes; those that no message may have. */
function foreignMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const allowed: Record<string, string[]> = {
      DIV: ['class', 'dir'],
      P: ['dir'],
      EM: [],
      STRONG: [],
      CODE: [],
      PRE: ['tabindex', 'dir'],
      UL: ['dir'],
      OL: ['start', 'dir'],
      LI: ['dir'],
      BDI: [],
      A: ['href', 'target', 'rel'],
    };
    const found = new Set<string>();
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (!element.closest('.rich-text')) continue;
        for (const name of element.getAttributeNames()) {
          if (!allowed[element.tagName]?.includes(name)) found.add(`${element.tagName} ${name}`);
        }
        if (!(element.tagName in allowed)) found.add(element.tagName);
        if (element instanceof HTMLAnchorElement) {
          if (!/^(https?|mailto):$/.test(element.protocol)) found.add(element.href);
          if (element.username || element.password) found.add(element.href);
          if (element.rel !== 'noopener noreferrer nofollow ugc' || element.target !== '_blank')
            found.add(element.outerHTML);
        }
      }
    };
    walk(document);
    return [...found];
  });
}

/** What sticks out of the panel to a side, or makes it scroll there. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const panel = document.querySelector('chat-widget')?.shadowRoot?.querySelector('.frame')?.getBoundingClientRect();
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        const { left, right, width } = element.getBoundingClientRect();
        // Code scrolls in its own box.
        if (!width || !panel || element.closest('pre') || element.closest('.visually-hidden, .launcher')) continue;
        if (left < panel.left - 1 || right > panel.right + 1) found.add(`${element.localName}.${element.className}`);
      }
    };
    const shadow = document.querySelector('chat-widget')?.shadowRoot?.querySelector('chat-panel')?.shadowRoot;
    if (shadow) walk(shadow);
    if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls');
    return [...found];
  });
}

const texts = hostileTexts();
/** Fewer than the list shows at once of what comes at its end. */
const PORTION = 12;

test('over a thousand hostile texts are nothing but texts', async () => {
  expect(texts.length).toBeGreaterThan(1_000);
  const { api, page, id, harm } = await converse();
  // The list shows no more than a window of a long conversation, so each portion is looked at while it is there.
  for (let from = 0; from < texts.length; from += PORTION) {
    for (const text of texts.slice(from, from + PORTION)) api.addMessage(id, api.agent, text);
    api.addMessage(id, api.agent, `Portion ${from}`);
    await page.getByRole('log').getByText(`Portion ${from}`, { exact: true }).waitFor();
    expect(await page.locator('chat-message-list .bubble').count()).toBeGreaterThan(
      Math.min(PORTION, texts.length - from),
    );
    expect(await foreignMarkup(page)).toEqual([]);
    expect(await sticksOut(page)).toEqual([]);
  }
  await page.mouse.move(1_050, 400);
  expect(await harm()).toEqual([]);
});

test('what is shown is what was written, and copies as it', async () => {
  const { api, page, id } = await converse();
  for (const text of ['<b onclick="pwned()">bold</b>', '&lt;script&gt; &amp; &#106;', `\${pwned()} {{x}} <?lit$1$>`]) {
    api.addMessage(id, api.agent, text);
    await page.getByRole('log').getByText(text, { exact: true }).waitFor();
  }
});

test('hostile names of people, rooms and sites', async () => {
  const { api, page, id, harm } = await converse(
    {
      body: '<div style="height: 700px; width: 420px"><chat-widget site="demo" room="lobby" mode="inline"></chat-widget></div>',
    },
    (fake) => {
      fake.addConversation({ kind: 'room', room: 'lobby' });
      fake.site = { ...fake.site, name: hostileNames[0] ?? '', rooms: [{ key: 'lobby', name: hostileNames[2] ?? '' }] };
    },
  );
  hostileNames.forEach((name, index) => {
    api.addMessage(id, { kind: 'visitor', id: `p${index}`, name }, 'Good evening');
    api.type(id, { kind: 'visitor', id: `q${index}`, name });
  });
  await page
    .getByRole('log')
    .getByText('Good evening')
    .nth(hostileNames.length - 1)
    .waitFor();
  expect(await sticksOut(page)).toEqual([]);
  expect(await harm()).toEqual([]);
  for (const name of hostileNames)
    expect(await page.locator('bdi', { hasText: name.replaceAll('\n', ' ').trim() }).count()).toBeGreaterThan(0);
});

test.each([
  ['a word of 10,000 letters', 'x'.repeat(10_000)],
  ['an address of 10,000 letters', `https://example.com/${'x'.repeat(9_980)}`],
  ['10,000 marks on a letter', `a${'\u0301'.repeat(9_999)}`],
  ['towers of marks', 'Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308'.repeat(1_000)],
  ['500 lines', 'line\n'.repeat(500)],
  ['code of 10,000 letters', `\`\`\`\n${'x'.repeat(9_990)}\n\`\`\``],
  ['a list of 1,000 items', '- item\n'.repeat(1_000)],
  ['numbers beyond counting', '999999999. item\n'.repeat(100)],
  ['the widest letter', '\ufdfd'.repeat(1_000)],
  ['emoji without a gap', '👩‍👩‍👧‍👦'.repeat(300)],
  ['a name of many lines', '\n\n\n\na'.repeat(100)],
])('%s keeps to its bubble', async (_, text) => {
  const { api, page, id, harm } = await converse();
  api.addMessage(id, api.agent, 'Before');
  api.addMessage(id, api.author, text);
  api.addMessage(id, api.agent, 'After');
  await page.getByRole('log').getByText('After').waitFor();
  await page.waitForTimeout(200);
  expect(await sticksOut(page)).toEqual([]);
  // What is painted beyond the box, marks above all, is cut off.
  const bubble = page.locator('chat-message-list .bubble').nth(1);
  expect(await bubble.evaluate((box) => getComputedStyle(box).overflow)).toBe('clip');
  await page.getByRole('textbox', { name: 'Message' }).fill('Still here');
  expect(await harm()).toEqual([]);
});

test('controls of direction and hidden characters change no neighbour', async () => {
  const { api, page, id } = await converse();
  api.addMessage(id, api.agent, 'Before \u202e\u2067\u2066 never closed');
  api.addMessage(id, { ...api.agent, id: 'other', name: '\u202eada' }, 'After: 1, 2, 3');
  const after = page.getByRole('log').getByText('After: 1, 2, 3');
  await after.waitFor();
  const order = await page.evaluate(() => {
    const found: string[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element.matches('.rich-text, .name, .who')) found.push(getComputedStyle(element).direction);
        if (element.matches('.name') && !element.querySelector('bdi')) found.push('not isolated');
      }
    };
    walk(document);
    return found;
  });
  expect(new Set(order)).toEqual(new Set(['ltr']));
  // "1, 2, 3" stands from left to right.
  const places = await after.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const at = (node: Node, offset: number) => {
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return range.getBoundingClientRect().left;
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf('1, 2, 3') ?? -1;
      if (start >= 0) return [0, 3, 6].map((offset) => at(node as Node, start + offset));
    }
    return [];
  });
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('hostile texts typed, filled in and sent by the visitor', async () => {
  const { api, page, id, harm } = await converse();
  const some = texts.filter((_, index) => index % 97 === 0).slice(0, 20);
  for (const text of some) {
    await page.evaluate((value) => document.querySelector('chat-widget')?.sendMessage(value), text);
  }
  while ((api.messages.get(id)?.length ?? 0) < some.length) await page.waitForTimeout(50);
  expect(api.messages.get(id)?.map(({ text }) => text)).toEqual(some);
  expect(await foreignMarkup(page)).toEqual([]);
  expect(await harm()).toEqual([]);
});
