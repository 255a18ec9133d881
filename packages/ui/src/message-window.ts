import type { Message } from '@porchlight/protocol';

/** A list begins with so much text, in characters: about a screen. */
const INITIAL_TEXT = 2_400;
/** In one step it moves by so much, which never takes long. */
const STEP_TEXT = 800;
/** What is far away stays in the document only to make up so much, */
const KEPT_TEXT = 12_000;
/** or on a tall screen so much for each pixel of it and of what is held ready around it: text is nowhere denser. */
const DENSEST = 4;
const AROUND = 1_600;
/** What surrounds a message's text takes as much time and room as so much of it. */
const ROW_TEXT = 120;

/**
 * Which of all known messages are in the document: a stretch that moves with the reader, so that a history of any
 * length costs as much as a short one.
 */
export class MessageWindow {
  /** Of the reader's view, in pixels. */
  height = 0;
  #from: number | undefined;
  /** Seq of the last one; infinite where what comes is shown as well. */
  #to = Number.POSITIVE_INFINITY;

  /** Whether the latest message is among those shown. */
  get atEnd(): boolean {
    return this.#to === Number.POSITIVE_INFINITY;
  }

  /**
   * Those that are shown, by index, the second one excluded. `following`: the reader is at the end, and what is far above
   * may go.
   */
  of(messages: readonly Message[], following: boolean): [start: number, end: number] {
    this.#from ??= messages.at(-fitting(messages, messages.length - 1, -1, INITIAL_TEXT))?.seq;
    let [start, end] = this.#range(messages);
    // Others have taken the place of those that were shown.
    if (start >= end && messages.length > 0) {
      this.toEnd();
      return this.of(messages, following);
    }
    const kept = following ? this.#enough(messages, end - 1, -1) : this.#enough(messages, start, 1);
    if (kept < end - start) {
      if (following) start = end - kept;
      else end = start + kept;
      this.#show(messages, start, end);
    }
    return [start, end];
  }

  /** Whether there are messages above those shown. */
  hasAbove(messages: readonly Message[]): boolean {
    return this.#range(messages)[0] > 0;
  }

  /** Whether it may move up: who is at the end keeps the end. */
  canMoveUp(messages: readonly Message[], following: boolean): boolean {
    const [start, end] = this.#range(messages);
    return start > 0 && (!following || this.#enough(messages, end - 1, -1) > end - start);
  }

  up(messages: readonly Message[]): void {
    const [start, end] = this.#range(messages);
    this.#show(messages, start - fitting(messages, start - 1, -1, STEP_TEXT), end);
  }

  down(messages: readonly Message[]): void {
    const [start, end] = this.#range(messages);
    const to = end + fitting(messages, end, 1, STEP_TEXT);
    this.#show(messages, Math.max(start, to - this.#enough(messages, to - 1, -1)), to);
  }

  toEnd(): void {
    this.#from = undefined;
    this.#to = Number.POSITIVE_INFINITY;
  }

  /** Shows the message at `index` with what is around it, unless it is shown already. */
  toIndex(messages: readonly Message[], index: number): void {
    const [start, end] = this.#range(messages);
    if (this.#from !== undefined && index >= start && index < end) return;
    const before = fitting(messages, index - 1, -1, STEP_TEXT);
    // So much that the message can stand at the top; the rest comes in steps.
    const after = fitting(messages, index, 1, Math.max(INITIAL_TEXT, DENSEST * this.height));
    this.#show(messages, index - before, index + after);
  }

  get #kept(): number {
    return Math.max(KEPT_TEXT, DENSEST * (this.height + AROUND));
  }

  /** How many messages, from the index on and in the direction, are enough to keep. */
  #enough(messages: readonly Message[], from: number, direction: 1 | -1): number {
    let size = 0;
    let index = from;
    while (index in messages && size < this.#kept) {
      size += sizeOf(messages[index]);
      index += direction;
    }
    return Math.abs(index - from);
  }

  #range(messages: readonly Message[]): [start: number, end: number] {
    const { length } = messages;
    const start = this.#from === undefined ? length : position(messages, this.#from);
    return [start, this.atEnd ? length : position(messages, this.#to + 1)];
  }

  #show(messages: readonly Message[], start: number, end: number): void {
    this.#from = messages[start]?.seq;
    this.#to = end < messages.length ? (messages[end - 1]?.seq ?? 0) : Number.POSITIVE_INFINITY;
  }
}

/** How many messages, from the index on and in the direction, are not too much at once; a longer one comes alone. */
function fitting(messages: readonly Message[], from: number, direction: 1 | -1, most: number): number {
  let size = 0;
  let index = from;
  while (index in messages) {
    size += sizeOf(messages[index]);
    if (size > most && index !== from) break;
    index += direction;
  }
  return Math.abs(index - from);
}

function sizeOf(message: Message | undefined): number {
  return ROW_TEXT + (message?.text.length ?? 0);
}

/** Index of the first message whose seq is `seq` or more. */
function position(messages: readonly Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
