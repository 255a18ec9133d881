import { setTimeout as sleep } from 'node:timers/promises';

/** How far a run has come: by the messages typed, or by the time. */
export class Progress {
  /** Typed so far. */
  typed = 0;
  /** Nobody types beyond this part of the messages (0 to 1) until it is moved. */
  gate = 1;
  readonly #start = performance.now();

  constructor(
    private readonly messages: number,
    private readonly milliseconds: number,
  ) {}

  /** 0 to 1. */
  get share(): number {
    return Math.min(1, Math.max(this.typed / this.messages, (performance.now() - this.#start) / this.milliseconds));
  }

  get over(): boolean {
    return this.share >= 1;
  }

  /** Resolves when the run has come so far. */
  async reach(share: number): Promise<void> {
    while (this.share < share) await sleep(10);
  }

  /** Asks to type one message more; false when the run is over. */
  async next(): Promise<boolean> {
    while (!this.over && this.typed / this.messages >= this.gate) await sleep(10);
    if (this.over) return false;
    this.typed++;
    return true;
  }
}
