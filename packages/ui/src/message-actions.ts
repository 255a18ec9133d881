import type { Message } from '@porchlight/protocol';
import { copyText } from './copy-text.js';
import { MessageActionEvent } from './events.js';
import { plainText } from './markdown.js';
import type { MessageList } from './message-list.js';
import type { ToolbarAction, ToolbarEvent } from './message-toolbar.js';
import { MessageToolbar } from './message-toolbar.js';
import { formatFull } from './time.js';
import type { MessageToolStrings } from './tool-strings.js';

/** A finger that rests on a message for so long means it, in milliseconds. */
const LONG_PRESS_MS = 450;
/** A finger that has moved by more than this scrolls, in pixels. */
const STILL = 10;

export interface MessageActionsOptions {
  strings: MessageToolStrings;
  /** What may be done with a message, in the order shown. */
  allowed(message: Message): readonly ToolbarAction[];
}

/**
 * Lets the reader do something with the messages of a list: a toolbar on the one under the pointer, under a resting
 * finger, or with the focus, which the arrow keys move from message to message.
 */
export class MessageActions {
  readonly #toolbar: MessageToolbar;
  readonly #viewport: HTMLElement;
  #row: HTMLElement | undefined;
  /** Whether it is there because of a mouse, and goes with it. */
  #hovering = false;
  /** Whether the finger that brought the toolbar is still there. */
  #held = false;
  #press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined;

  /** `list` has rendered; it fires `chat-message-action`. */
  constructor(
    private readonly list: MessageList,
    private readonly options: MessageActionsOptions,
  ) {
    if (!customElements.get('chat-message-toolbar')) customElements.define('chat-message-toolbar', MessageToolbar);
    const toolbar = document.createElement('chat-message-toolbar') as MessageToolbar;
    toolbar.strings = options.strings;
    toolbar.addEventListener('chat-toolbar', (event) => void this.#do(event as ToolbarEvent));
    this.#toolbar = toolbar;
    const viewport = list.renderRoot.querySelector<HTMLElement>('#viewport');
    if (!viewport) throw new Error('The list has not rendered yet');
    this.#viewport = viewport;
    viewport.addEventListener('pointerover', (event) => this.#onPointerOver(event));
    viewport.addEventListener('pointerleave', (event) => this.#onPointerLeave(event));
    viewport.addEventListener('pointerdown', (event) => this.#onPointerDown(event));
    viewport.addEventListener('pointermove', (event) => this.#onPointerMove(event));
    for (const type of ['pointerup', 'pointercancel', 'scroll']) viewport.addEventListener(type, () => this.#release());
    viewport.addEventListener('touchend', (event) => this.#onTouchEnd(event));
    viewport.addEventListener('contextmenu', (event) => this.#onContextMenu(event));
    viewport.addEventListener('focusin', (event) => this.#onFocus(event));
    viewport.addEventListener('focusout', (event) => this.#onBlur(event));
    viewport.addEventListener('keydown', (event) => this.#onKeydown(event));
  }

  /** The messages that something can be done with, from top to bottom. */
  get #rows(): HTMLElement[] {
    return [...this.#viewport.querySelectorAll<HTMLElement>('.message[data-id]')];
  }

  get #focused(): boolean {
    return this.#toolbar.matches(':focus-within');
  }

  #messageOf(row: HTMLElement): Message | undefined {
    return this.list.messages.find(({ id }) => id === row.dataset['id']);
  }

  #show(row: HTMLElement | undefined): void {
    if (row === this.#row && this.#toolbar.parentElement === row) return;
    const message = row && this.#messageOf(row);
    const actions = message ? this.options.allowed(message) : [];
    this.#row?.removeAttribute('data-tools');
    this.#row = row;
    this.#hovering = false;
    this.#toolbar.calm();
    if (!row || !message || actions.length === 0) {
      this.#toolbar.remove();
      return;
    }
    this.#toolbar.message = message;
    this.#toolbar.actions = actions;
    this.#toolbar.dataset['side'] = row.classList.contains('own') ? 'own' : 'other';
    // Among the children that the list renders it would be in the way; after them it is not.
    row.append(this.#toolbar);
    row.toggleAttribute('data-tools', true);
  }

  #onPointerOver(event: PointerEvent): void {
    if (event.pointerType === 'touch' || this.#focused) return;
    const row = rowAt(event);
    if (!row) return;
    this.#show(row);
    this.#hovering = true;
  }

  #onPointerLeave(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !this.#hovering) return;
    if (!this.#viewport.querySelector('.message:focus-within')) this.#show(undefined);
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.pointerType !== 'touch') return;
    const row = rowAt(event);
    if (!row) {
      this.#show(undefined);
      return;
    }
    if (event.composedPath().includes(this.#toolbar)) return;
    const timer = setTimeout(() => {
      this.#held = true;
      this.#show(row);
    }, LONG_PRESS_MS);
    this.#press = { timer, x: event.clientX, y: event.clientY };
  }

  #onPointerMove({ clientX, clientY }: PointerEvent): void {
    const press = this.#press;
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > STILL) this.#release();
  }

  #release(): void {
    clearTimeout(this.#press?.timer);
    this.#press = undefined;
  }

  /** The toolbar may have come under the finger; lifting it is no press of a button. */
  #onTouchEnd(event: TouchEvent): void {
    if (this.#held && event.cancelable) event.preventDefault();
    this.#held = false;
  }

  /** A long press on Android; a mouse keeps the browser's own menu. */
  #onContextMenu(event: Event): void {
    const row = rowAt(event);
    if (!this.#press || !row) return;
    event.preventDefault();
    this.#release();
    this.#show(row);
  }

  #onFocus(event: FocusEvent): void {
    const row = rowAt(event);
    if (row) this.#show(row);
  }

  #onBlur(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && this.#row?.contains(to)) return;
    if (!this.#row?.matches(':hover')) this.#show(undefined);
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const row = rowAt(event);
    if (event.key === 'Escape') this.#leave(event, row);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') this.#step(event, row);
    else if (row && event.target === row && ['ArrowLeft', 'ArrowRight', 'Enter'].includes(event.key)) {
      event.preventDefault();
      this.#toolbar.focus();
    }
  }

  /** Out of the toolbar to the message, from there to the list. */
  #leave(event: KeyboardEvent, row: HTMLElement | undefined): void {
    if (!row) return;
    event.preventDefault();
    if (this.#toolbar.calm()) this.#toolbar.focus();
    else if (this.#focused) row.focus();
    else this.#viewport.focus();
  }

  /** To the next message; from the list itself to the lowest that is in view. */
  #step(event: KeyboardEvent, row: HTMLElement | undefined): void {
    const rows = this.#rows;
    const { bottom } = this.#viewport.getBoundingClientRect();
    const next = row
      ? rows[rows.indexOf(row) + (event.key === 'ArrowUp' ? -1 : 1)]
      : rows.findLast((other) => other.getBoundingClientRect().top < bottom);
    if (!next) return;
    event.preventDefault();
    this.focusRow(next);
  }

  /** Moves the focus to a message. */
  focusRow(row: HTMLElement): void {
    const message = this.#messageOf(row);
    if (!message) return;
    const { list, options } = this;
    const name = list.isOwn(message.author) ? list.strings.you : message.author.name;
    const text = message.deletedAt ? list.strings.deleted : plainText(message.text);
    row.tabIndex = -1;
    row.role = 'article';
    row.ariaLabel = options.strings.messageOf(name, text, formatFull(new Date(message.createdAt), list.locale));
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }

  async #do({ action, message }: ToolbarEvent): Promise<void> {
    const row = this.#row;
    if (action === 'copy') {
      if (await copyText(message.text)) this.list.announce(this.options.strings.copied);
      return;
    }
    // The focus must not be in what goes away.
    if (row) row.tabIndex = -1;
    row?.focus({ preventScroll: true });
    this.#show(undefined);
    this.list.dispatchEvent(new MessageActionEvent(action, message));
  }
}

function rowAt(event: Event): HTMLElement | undefined {
  const { target } = event;
  return target instanceof Element ? (target.closest<HTMLElement>('.message[data-id]') ?? undefined) : undefined;
}
