/** After this long without a file above it, in milliseconds, a place is none to drop one. */
const ENDS_MS = 300;

/** Whether files are held above a place. Browsers tell while they are, but not reliably when they no longer are. */
export class FileDrag {
  #ends: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: () => void) {}

  get over(): boolean {
    return this.#ends !== undefined;
  }

  /** Files are held above it now. */
  held(): void {
    clearTimeout(this.#ends);
    this.#ends = setTimeout(() => {
      this.#ends = undefined;
      this.changed();
    }, ENDS_MS);
    this.changed();
  }
}
