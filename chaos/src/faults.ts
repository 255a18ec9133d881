import { setTimeout as sleep } from 'node:timers/promises';
import { jump, setRight } from './clock.js';
import type { Participant } from './participants/participant.js';
import type { PlannedFault, WireFault, WorldFault } from './plan.js';
import type { Progress } from './progress.js';
import { integer, mulberry32, pick } from './random.js';
import type { World } from './world/world.js';

const MINUTE_MS = 60_000;

/** Carries a plan out. */
export class Faults {
  /** How often each kind has happened. */
  readonly happened = new Map<WorldFault | WireFault, number>();
  #over = false;

  constructor(
    private readonly world: World,
    private readonly participants: readonly Participant[],
    private readonly progress: Progress,
  ) {}

  /** One after the other. Typing waits for a fault that is late, so that all happen, however few the messages are. */
  async runWorld(plan: readonly PlannedFault<WorldFault>[]): Promise<void> {
    for (const [index, fault] of plan.entries()) {
      this.progress.gate = plan[index + 1]?.at ?? 1;
      await this.progress.reach(fault.at);
      // The time is up.
      if (this.progress.over) return;
      await this.#strikeWorld(fault);
      this.#count(fault.kind);
    }
  }

  /** Beside each other. */
  async runWire(plan: readonly PlannedFault<WireFault>[]): Promise<void> {
    for (const fault of plan) {
      await this.progress.reach(fault.at);
      this.#count(fault.kind);
      void this.#strikeWire(fault);
    }
  }

  /** Ends whatever lasts. */
  heal(): void {
    this.#over = true;
    for (const { proxy } of this.participants) proxy.heal();
    setRight();
  }

  #count(kind: WorldFault | WireFault): void {
    this.happened.set(kind, (this.happened.get(kind) ?? 0) + 1);
  }

  async #strikeWorld({ kind, seed }: PlannedFault<WorldFault>): Promise<void> {
    const random = mulberry32(seed);
    const { world } = this;
    const { database, bus } = world;
    const signal = random() < 0.5 ? 'SIGTERM' : 'SIGKILL';
    const process = pick(random, world.processes);
    switch (kind) {
      case 'kill':
      case 'terminate':
        await process.end(kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
        await sleep(integer(random, 0, 500));
        return process.start();
      case 'database':
        return database.goAway?.(integer(random, 200, 5_000));
      case 'backends':
        return database.endBackends?.();
      case 'bus':
        return bus?.goAway(integer(random, 200, 8_000));
      case 'keep':
        return world.keep(signal);
      case 'restore':
        return world.restore(signal, () => {
          // A copy that came after the restore would store what the restore has undone.
          for (const { proxy } of this.participants) proxy.forgetLate();
        });
    }
  }

  async #strikeWire({ kind, seed }: PlannedFault<WireFault>): Promise<void> {
    const random = mulberry32(seed);
    const { proxy } = pick(random, this.participants);
    const lasting = async (low: number, high: number, set: (on: boolean) => void) => {
      set(true);
      await sleep(integer(random, low, high), undefined, { ref: false });
      if (!this.#over) set(false);
    };
    switch (kind) {
      case 'cut':
        return proxy.cutStreams();
      case 'drop':
      case 'duplicate':
      case 'reorder':
        return proxy.arm(kind, integer(random, 1, 5));
      case 'buffer':
        return lasting(8_000, 20_000, (on) => proxy.buffer(on));
      case 'stall':
        return lasting(5_000, 30_000, (on) => proxy.stall(on));
      case 'blackhole':
        return lasting(500, 4_000, (on) => proxy.blackhole(on));
      case 'offline':
        return lasting(200, 5_000, (on) => proxy.disconnect(on));
      case 'clock':
        return jump(integer(random, -24 * 60, 24 * 60) * MINUTE_MS);
    }
  }
}
