import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules of WCAG that a page breaks, or the part of it that a selector names; with the places. */
export async function faultsOf(page: Page, part = 'html'): Promise<string[]> {
  // Colours that are still fading in would be judged half way.
  await page.waitForTimeout(400);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(part)})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
}
