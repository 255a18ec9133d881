import type { ChatWidgetElement } from './chat-widget.js';

/** A call that waits for the element. */
export type WidgetCall = (widget: ChatWidgetElement) => void;

declare global {
  interface Window {
    /** `porchlight.push(w => w.open())` runs at once, or as soon as the first `<chat-widget>` of the page is ready. */
    porchlight?: { push(...calls: WidgetCall[]): void };
  }
}

let ready: ChatWidgetElement | undefined;
const waiting: WidgetCall[] = [];

/** Takes over the calls that the page has pushed so far and those that it will. */
export function takeOverQueue(): void {
  const pushed: unknown = window.porchlight;
  // An element with this id would be found under this name as well.
  if (Array.isArray(pushed)) waiting.push(...pushed);
  window.porchlight = {
    push(...calls) {
      waiting.push(...calls);
      run();
    },
  };
  run();
}

/** Called by an element once its methods may be called. */
export function announceReady(widget: ChatWidgetElement): void {
  if (!ready?.isConnected) ready = widget;
  run();
}

function run(): void {
  if (!ready) return;
  for (const call of waiting.splice(0)) {
    try {
      call(ready);
    } catch (error) {
      // One bad call must not keep the others from running; the page's own error handling hears of it.
      reportError(error);
    }
  }
}
