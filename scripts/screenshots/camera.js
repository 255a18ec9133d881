import { setTimeout as sleep } from 'node:timers/promises';
import { instant } from './play.js';
import { NOW, TIME_ZONE } from './story.js';

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Time for the last movement to end, in milliseconds. */
const SETTLE_MS = 400;

/** Takes pictures of pages as one person sees them. */
export class Camera {
  #browser;
  #directory;

  constructor(browser, directory) {
    this.#browser = browser;
    this.#directory = directory;
  }

  /**
   * Lets `visit` bring a new page to where the picture is, in the browser of somebody who left `session` there before,
   * and takes it. With a `name` it becomes a file.
   */
  async take({ name, ...options }, visit) {
    const page = await this.keep(options, visit);
    await sleep(SETTLE_MS);
    const path = name && `${this.#directory}/${name}.png`;
    const picture = await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
    await page.context().close();
    return picture;
  }

  /** The same without a picture; the page stays open. */
  async keep({ size, theme = 'light', session }, visit) {
    const context = await this.#browser.newContext({
      viewport: size,
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: size === PHONE,
      isMobile: size === PHONE,
      locale: 'en-GB',
      timezoneId: TIME_ZONE,
      storageState: { cookies: [], origins: [], ...session },
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(instant(NOW));
    await visit(page);
    return page;
  }
}
