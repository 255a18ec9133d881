import type { Page } from 'playwright-core';
import { runAxe } from '../../../../scripts/axe.js';

/** Rules of WCAG that a page breaks, or the part of it that a selector names; with the places. */
export async function faultsOf(page: Page, part = 'html'): Promise<string[]> {
  const { violations } = await runAxe(page, part);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
}
