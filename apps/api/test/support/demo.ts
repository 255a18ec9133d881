import type { Server } from 'node:http';
import { startDemoSite } from '@porchlight/demo-site/server';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { ADMIN, ApiProcess, freePort } from './api-process.js';
import { launchBrowser } from './browser.js';
import { createTestDatabase, type TestDatabase } from './databases.js';
import { eventually } from './talk.js';

/** Two origins, as in life: the demo site on one port, the API with the inbox on another. And a browser to visit both. */
export class Demo {
  /** What the pages complained of: errors, and whatever a policy forbade. */
  readonly complaints: string[] = [];

  private constructor(
    readonly database: TestDatabase,
    private process: ApiProcess,
    readonly url: string,
    private readonly site: Server,
    readonly browser: Browser,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<Demo> {
    const database = await createTestDatabase();
    const [api, browser] = await Promise.all([ApiProcess.start({ ...database.env, ...env }), launchBrowser()]);
    const port = await freePort();
    const site = await startDemoSite({ port, host: 'localhost', apiOrigin: api.url });
    return new Demo(database, api, `http://localhost:${port}`, site, browser);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.site.closeAllConnections();
    this.site.close();
    await this.process.stop();
    await this.database.remove();
  }

  get api(): ApiProcess {
    return this.process;
  }

  /** `kill -9`, and a new start at the same address. */
  async crash(): Promise<void> {
    await this.process.kill();
    this.process = await ApiProcess.start({ ...this.database.env, PORT: String(this.process.port) });
  }

  /** A browser of its own, whose every complaint about our pages is noted. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      // Of an answer that is an error the browser itself makes a note, which no page can prevent.
      if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(text))
        this.complaints.push(`${page.url()}: ${text}`);
    });
    return page;
  }

  /** A browser of its own on a page of the demo site. */
  async visit(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPage(options);
    await page.goto(this.url + path);
    return page;
  }

  /** A browser of its own on the inbox, with the first admin signed in, or whoever else has an account. */
  async openInbox(options: BrowserContextOptions = {}, account: typeof ADMIN = ADMIN): Promise<Page> {
    const page = await this.newPage(options);
    await page.goto(`${this.api.url}/inbox/`);
    await page.getByLabel('E-mail').or(page.getByLabel('Email')).fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
    return page;
  }
}

export const widgetIn = (page: Page): Locator => page.locator('chat-widget');
export const logIn = (scope: Page | Locator): Locator => scope.getByRole('log');
export const composerIn = (scope: Page | Locator): Locator => scope.locator('chat-composer').getByRole('textbox');

/** Opens the chat as a visitor does, unless it is. */
export async function openChat(page: Page): Promise<Locator> {
  const widget = widgetIn(page);
  if (!(await composerIn(widget).isVisible())) await widget.locator('[part~="launcher"]').click();
  await composerIn(widget).waitFor();
  return widget;
}

/** Writes and sends; it is on its way, no more. */
export async function write(scope: Page | Locator, text: string): Promise<void> {
  const composer = composerIn(scope);
  await composer.fill(text);
  // As long as it is not known where it belongs, the text stays where it is.
  await eventually('it is sent', async () => {
    await composer.press('Enter');
    return (await composer.inputValue()) === '';
  });
}
