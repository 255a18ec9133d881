import { afterPaint } from './after-paint.js';

/** Below this width the panel takes the whole screen. The same figure stands in the style sheet. */
const PHONE = '(width < 480px)';

/**
 * What holds the panel: a part of the page, or a dialog that floats above it. On phones the dialog is modal, so that
 * the page behind it is out of reach, and keeps to what the screen keyboard leaves free.
 */
export class Frame {
  readonly element: HTMLElement;
  readonly #phone = matchMedia(PHONE);
  #open = false;
  #returnFocus: HTMLElement | undefined;
  #listening: AbortController | undefined;

  constructor(
    readonly floating: boolean,
    private readonly launcher: HTMLElement,
    private readonly onDismiss: () => void,
  ) {
    this.element = document.createElement(floating ? 'dialog' : 'section');
    this.element.className = 'frame';
    this.element.part = this.element.id = 'panel';
    // Where the focus goes when nothing in it can take it yet.
    this.element.tabIndex = -1;
    this.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.onDismiss();
    });
    this.element.addEventListener('keydown', (event) => {
      if (!floating || event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      this.onDismiss();
    });
  }

  /**
   * The focus moves into the frame until it is hidden, then back to `from`. Once the frame has been painted: before
   * that, the browser would have to stop and lay it out for this alone.
   */
  takeFocus(from: HTMLElement): void {
    if (!this.element.contains(from)) this.#returnFocus = from;
    afterPaint(() => {
      if (this.#open && !this.element.matches(':focus-within')) this.element.focus();
    });
  }

  /** Shows it; the focus stays where it is, unless the frame covers everything else. */
  show(): void {
    this.#open = true;
    if (!this.floating) return;
    this.#listening ??= this.#listen();
    this.#place();
  }

  hide(): void {
    const dialog = this.#dialog;
    const hadFocus = this.element.matches(':focus-within');
    this.#open = false;
    this.#listening?.abort();
    this.#listening = undefined;
    if (!dialog) return;
    dialog.close();
    this.#release();
    if (hadFocus) (this.#returnFocus ?? this.launcher).focus();
    this.#returnFocus = undefined;
  }

  get #dialog(): HTMLDialogElement | undefined {
    return this.floating ? (this.element as HTMLDialogElement) : undefined;
  }

  #listen(): AbortController {
    const listening = new AbortController();
    const { signal } = listening;
    const place = () => this.#place();
    this.#phone.addEventListener('change', place, { signal });
    for (const change of ['resize', 'scroll']) window.visualViewport?.addEventListener(change, place, { signal });
    return listening;
  }

  #place(): void {
    const dialog = this.#dialog;
    if (!dialog || !this.#open || !dialog.isConnected) return;
    const modal = this.#phone.matches;
    if (dialog.open && dialog.matches(':modal') !== modal) dialog.close();
    if (!dialog.open) {
      if (modal) dialog.showModal();
      // show() would take the focus away from whatever the visitor is doing.
      else dialog.setAttribute('open', '');
    }
    const view = window.visualViewport;
    if (modal && view) {
      // Zoomed in with two fingers, less is in view, but no more is covered.
      dialog.style.height = `${view.height * view.scale}px`;
      dialog.style.top = `${view.scale > 1 ? 0 : view.offsetTop}px`;
    } else {
      this.#release();
    }
  }

  #release(): void {
    this.element.style.height = this.element.style.top = '';
  }
}
