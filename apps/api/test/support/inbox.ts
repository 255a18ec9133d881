import type { Locator, Page } from 'playwright-core';

/** The parts of an inbox as an agent finds them. */
export const rowOf = (page: Page, name: string | RegExp): Locator =>
  page.locator('conversation-list').getByRole('link', { name });
export const header = (page: Page): Locator => page.locator('conversation-header');
export const details = (page: Page): Locator => page.locator('visitor-details');
export const view = (page: Page, name: RegExp): Locator =>
  page.getByRole('navigation', { name: 'Conversations' }).getByRole('link', { name });
export const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });
/** The toast, or the alert that takes its place. */
export const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('.notices').getByText(words).waitFor();

/** What has the focus, however deep in shadow roots: by its accessible name, else its text, else what it is. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(`{
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    element?.getAttribute('aria-label') || element?.textContent?.trim() || element?.localName || '';
  }`);

/** Whether one can see where the focus is: a ring, or the caret of a field in a frame of its own. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(`{
    let element = document.activeElement;
    const ringed = (one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const field = element?.matches('input, textarea');
    element !== document.body && !!element?.matches(':focus-visible') && (ringed(element) || !!field);
  }`);

/** Presses Tab until the focus is on `target`; throws when it does not come there. */
export async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${target}; it is at ${await focused(page)}`);
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate(
    (element) => (element.getRootNode() as unknown as { activeElement: unknown }).activeElement === element,
  );
