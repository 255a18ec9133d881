import type { Route } from './routes.js';
import { hrefOf, parseRoute } from './routes.js';
import { settingsPlace } from './settings/sections.js';

/** Keeps the address bar and the current route the same. */
export class Router {
  #route: Route;

  constructor(private readonly onChange: () => void) {
    this.#route = parseRoute(new URL(location.href));
  }

  get route(): Route {
    return this.#route;
  }

  connect(): void {
    addEventListener('popstate', this.#follow);
    document.addEventListener('click', this.#clicked);
  }

  disconnect(): void {
    removeEventListener('popstate', this.#follow);
    document.removeEventListener('click', this.#clicked);
  }

  /** Goes to a route; `replace` leaves no step for the browser's back button. */
  go(route: Route, { replace = false } = {}): void {
    const href = hrefOf(route);
    if (href !== location.pathname + location.search) {
      if (replace) history.replaceState(null, '', href);
      else history.pushState(null, '', href);
    }
    this.#route = route;
    this.onChange();
  }

  readonly #follow = () => {
    this.#route = parseRoute(new URL(location.href));
    this.onChange();
  };

  /** Plain clicks on links into the inbox stay in this document; a click that asks for a new tab gets one. */
  readonly #clicked = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.origin !== location.origin || link.target) return;
    if (settingsPlace(link)) {
      event.preventDefault();
      history.pushState(null, '', link.href);
      this.onChange();
      return;
    }
    const route = parseRoute(new URL(link.href));
    if (hrefOf(route) !== link.pathname + link.search) return;
    event.preventDefault();
    this.go(route);
  };
}
