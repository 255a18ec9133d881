/** Closer to the end than this counts as being there, in pixels. */
const NEAR_END = 32;

/**
 * Decides where a list stands after its content changed: at the end for who was at the end, else with what was being
 * read in the same place. Browsers do the second by themselves, but not all of them and not at the very top, so the
 * viewport has `overflow-anchor: none`.
 */
export class ScrollKeeper {
  /** Whether the list follows what comes. */
  following = true;
  /** Whether the end of the content is the end of all; else there is nothing to follow. */
  whole = true;
  #lastTop = 0;
  #anchor: { element: HTMLElement; offset: number } | undefined;

  /** `content` is the only child of `viewport` and positioned; its children are the lines. */
  constructor(
    private readonly viewport: HTMLElement,
    private readonly content: HTMLElement,
  ) {}

  /** Call on `scroll`. Only a move up ends following: content that grows below is no move of the reader. */
  scrolled(): void {
    const { scrollTop } = this.viewport;
    if (this.whole && this.distanceFromEnd < NEAR_END) this.following = true;
    else if (scrollTop < this.#lastTop) this.following = false;
    this.#lastTop = scrollTop;
  }

  /** Of the viewport on the screen, in pixels. */
  get height(): number {
    return this.viewport.clientHeight;
  }

  get visible(): boolean {
    return this.height > 0;
  }

  /** How many pixels lie above. */
  get top(): number {
    return this.viewport.scrollTop;
  }

  get distanceFromEnd(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.viewport;
    return scrollHeight - scrollTop - clientHeight;
  }

  /** Call before the content changes. */
  remember(): void {
    this.#anchor = undefined;
    if (this.following) return;
    const top = this.viewport.scrollTop;
    for (const element of this.content.children) {
      if (!(element instanceof HTMLElement) || element.dataset['row'] === undefined) continue;
      if (element.offsetTop + element.offsetHeight <= top) continue;
      this.#anchor = { element, offset: element.offsetTop - top };
      return;
    }
  }

  /** Call after the content or the size of the viewport changed. */
  restore(): void {
    if (this.following) this.toEnd('instant');
    else if (this.#anchor?.element.isConnected) this.#moveTo(this.#anchor.element.offsetTop - this.#anchor.offset);
    this.#anchor = undefined;
  }

  toEnd(behavior: 'instant' | 'smooth'): void {
    this.following = true;
    this.viewport.scrollTo({ top: this.viewport.scrollHeight, behavior });
    this.#lastTop = this.viewport.scrollTop;
  }

  /** Shows `element` with `above` pixels of what comes before it, or the end if that is reached first. */
  toElement(element: HTMLElement, above: number): void {
    this.#moveTo(element.offsetTop - above);
    this.following = this.whole && this.distanceFromEnd < NEAR_END;
  }

  #moveTo(top: number): void {
    this.viewport.scrollTo({ top, behavior: 'instant' });
    this.#lastTop = this.viewport.scrollTop;
  }
}
