import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.js';
import { FakeApi } from './fake-api.js';

/** What the strictest page that may embed the widget says. */
export const strictPolicy = (api: string): string =>
  `default-src 'none'; script-src ${api}; connect-src ${api}; img-src ${api}; require-trusted-types-for 'script'`;

export interface VisitOptions extends BrowserContextOptions {
  /** What the page has in its body. */
  body?: string;
  /** What it has in its head, before the widget's script. */
  head?: string;
  /** Attributes of its root element; English unless said otherwise. */
  root?: string;
  /** Bodies of the site's other pages by their path, such as `/other`. They have the script too. */
  others?: Record<string, string>;
  policy?: (api: string) => string;
  /** As if the visitor had been here before. */
  returning?: boolean;
  /** Run before anything of the page. */
  before?: () => void;
}

const WIDGET = '<chat-widget site="demo"></chat-widget>';

/** One visitor's browser on a page of another origin than the API. */
export interface Visit {
  api: FakeApi;
  page: Page;
  context: BrowserContext;
  /** What the console and the page's own error handling were told, policy violations included. */
  complaints: string[];
}

/** Opens a browser once; then gives each test its own API, page and browser profile. */
export class Harness {
  readonly #dist: string;
  readonly #browser: Browser;
  #cleanUp: (() => Promise<unknown>)[] = [];

  private constructor(dist: string, browser: Browser) {
    this.#dist = dist;
    this.#browser = browser;
  }

  static async start(): Promise<Harness> {
    const dist = process.env['WIDGET_DIST'];
    if (!dist) throw new Error('global-setup.js has not built the widget');
    return new Harness(dist, await launchBrowser());
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }

  /** Ends what the last test has opened. */
  async tidy(): Promise<void> {
    const cleanUp = this.#cleanUp.reverse();
    this.#cleanUp = [];
    for (const action of cleanUp) await action();
  }

  /** `prepare` sets the API's scene before the page asks for anything. */
  async visit(options: VisitOptions = {}, prepare: (api: FakeApi) => void = () => {}): Promise<Visit> {
    const { body = WIDGET, head = '', root = 'lang="en"', others = {}, policy, returning, before, ...rest } = options;
    const api = new FakeApi(pathToFileURL(`${this.#dist}/`));
    const origin = await api.listen();
    this.#cleanUp.push(() => api.close());
    prepare(api);
    const html = (content: string) => `<!doctype html><html ${root}><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>${head}
<h1>A page</h1><p><a href="#there">A link</a></p>
<script type="module" src="${origin}/widget.js"></script>${content}</html>`;
    const url = await this.#serve((path) => html(others[path.replace(/\?.*/, '')] ?? body), policy?.(origin));
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 }, ...rest });
    this.#cleanUp.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // That an answer was not 2xx is the tests' own doing.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) complaints.push(message.text());
    });
    if (returning) {
      const keys = [`porchlight:${origin}:demo`, 'porchlight:demo:hint'] as const;
      await context.addInitScript(([session, hint]) => {
        localStorage.setItem(session, 'token');
        localStorage.setItem(hint, '{"session":true,"hue":200}');
      }, keys);
    }
    if (before) await context.addInitScript(before);
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('chat-widget'));
    return { api, page, context, complaints };
  }

  async #serve(html: (path: string) => string, policy: string | undefined): Promise<string> {
    const server = createServer(({ url = '/' }, response) => {
      if (policy) response.setHeader('content-security-policy', policy);
      response.setHeader('content-type', 'text/html').end(html(url));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#cleanUp.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
}
