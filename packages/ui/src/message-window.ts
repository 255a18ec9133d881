import type { Message } from '@porchlight/protocol';

/** How many messages a list begins with: about a screen, so that it is soon there, */
const INITIAL = 15;
/** by how many it moves in one step at most, */
const STEP = 8;
/** of how much text at most, so that no step takes long, in characters; a longer message is a step of its own. */
const STEP_TEXT = 1_000;
/** What surrounds a message's text takes as long as so much of it. */
const ROW_TEXT = 120;
/** How many are in the document at most. */
const MOST = 120;
/** So many of those before a place are shown with it. */
const BEFORE = 15;

/**
 * Which of all known messages are in the document: a stretch that moves with the reader, so that a history of any
 * length costs as much as a short one.
 */
export class MessageWindow {
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
    this.#from ??= messages.at(-INITIAL)?.seq ?? messages[0]?.seq;
    let [start, end] = this.#range(messages);
    // Others have taken the place of those that were shown.
    if (start >= end && messages.length > 0) {
      this.toEnd();
      return this.of(messages, following);
    }
    if (end - start > MOST) {
      if (following) start = end - MOST;
      else end = start + MOST;
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
    return start > 0 && (!following || end - start <= MOST - STEP);
  }

  up(messages: readonly Message[]): void {
    const [start, end] = this.#range(messages);
    const from = start - stepOf(messages.slice(Math.max(0, start - STEP), start).reverse());
    this.#show(messages, from, Math.min(end, from + MOST));
  }

  down(messages: readonly Message[]): void {
    const [start, end] = this.#range(messages);
    const to = end + stepOf(messages.slice(end, end + STEP));
    this.#show(messages, Math.max(start, to - MOST), to);
  }

  toEnd(): void {
    this.#from = undefined;
    this.#to = Number.POSITIVE_INFINITY;
  }

  /** Shows the message at `index` with what is around it, unless it is shown already. */
  toIndex(messages: readonly Message[], index: number): void {
    const [start, end] = this.#range(messages);
    if (this.#from !== undefined && index >= start && index < end) return;
    const from = Math.max(0, index - BEFORE);
    this.#show(messages, from, Math.min(messages.length, from + MOST));
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

/** How many of `next`, nearest first, are shown in one step. */
function stepOf(next: readonly Message[]): number {
  let left = STEP_TEXT;
  const tooMuch = next.findIndex(({ text }, index) => {
    left -= ROW_TEXT + text.length;
    return left < 0 && index > 0;
  });
  return tooMuch < 0 ? next.length : tooMuch;
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
