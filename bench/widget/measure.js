import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { recordScriptTime } from './script-time.js';
import { serve } from './server.js';

/** What is not done so long after the last step belongs to the next, in milliseconds. */
const SETTLE_MS = 800;
/** In milliseconds. */
const PATIENCE = 15_000;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page before anything else. */
function watch() {
  const seen = { blocking: 0, shift: 0, violations: 0 };
  Object.assign(window, { seen });
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type });
  observe('longtask', ({ duration }) => {
    seen.blocking += Math.max(0, duration - 50);
  });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  document.addEventListener('securitypolicyviolation', () => {
    seen.violations++;
  });
}

export const pageOf = ({ head, body }) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A page</title>${head}<main><h1>A page</h1>
<p>With a paragraph of text and a chat.</p>${body}</main></html>`;

const serverOf = (contestant) => serve({ ...contestant, page: pageOf(contestant) });

async function withPage(browser, server, action, query = '') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch);
    return await action(page, () => page.goto(`${server.url}${query}`));
  } finally {
    await context.close();
  }
}

async function open(page, { opens, ready, input }) {
  if (opens) await ready(page).click();
  await input?.(page).waitFor();
}

/**
 * One visit by somebody who was never here, on a machine that is `slowdown` times slower than this one: loads the page,
 * opens the chat and says something.
 */
export async function visit(browser, contestant, slowdown) {
  const server = await serverOf(contestant);
  try {
    return await withPage(browser, server, async (page, go) => {
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable');
      const scripts = await recordScriptTime(cdp);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const steps = [];
      const step = async () => {
        await page.waitForTimeout(SETTLE_MS);
        const { metrics } = await cdp.send('Performance.getMetrics');
        const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
        const { blocking, shift } = await page.evaluate(() => window.seen);
        const { requests, bytes } = server.take();
        steps.push({ at: of('Timestamp') / 1_000, tasks: of('TaskDuration'), blocking, shift, requests, bytes });
      };
      await go();
      await contestant.ready(page).waitFor();
      await step();
      await open(page, contestant);
      await step();
      if (contestant.input && !contestant.silent) {
        const input = contestant.input(page);
        await input.fill('Good evening');
        await (contestant.send?.(page) ?? input.press('Enter'));
        await page.getByText('Good evening', { exact: true }).first().waitFor();
      }
      await step();
      const script = await scripts.until(
        steps.map(({ at }) => at),
        server.url,
      );
      return steps.map((each, index) => ({ ...each, script: script[index] }));
    });
  } finally {
    await server.close();
  }
}

/** What axe finds in the opened chat, and what a strict policy has against it. */
export async function inspect(browser, contestant) {
  const server = await serverOf(contestant);
  try {
    const rules = await withPage(browser, server, async (page, go) => {
      await go();
      await contestant.ready(page).waitFor();
      await open(page, contestant);
      await page.waitForTimeout(SETTLE_MS);
      const broken = new Set();
      for (const frame of contestant.frame ? page.frames() : [page.mainFrame()]) {
        await frame.evaluate(axe);
        const found = await frame.evaluate(
          async ([root]) => {
            const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
            const { violations } = await window.axe.run(root && document.querySelector(root) ? root : document, {
              runOnly,
            });
            return violations.map(({ id }) => id);
          },
          [frame === page.mainFrame() ? contestant.root : undefined],
        );
        for (const id of found) broken.add(id);
      }
      return [...broken];
    });
    const strict = await withPage(
      browser,
      server,
      async (page, go) => {
        page.setDefaultTimeout(5_000);
        await go();
        const works = await contestant
          .ready(page)
          .waitFor()
          .then(() => open(page, contestant))
          .then(() => true)
          .catch(() => false);
        await page.waitForTimeout(SETTLE_MS);
        const violations = await Promise.all(
          page.frames().map((frame) => frame.evaluate(() => window.seen.violations)),
        );
        return { works, violations: violations.reduce((sum, count) => sum + count, 0) };
      },
      '?strict',
    );
    return { rules, strict };
  } finally {
    await server.close();
  }
}
