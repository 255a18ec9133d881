import type { Random } from './random.js';
import { mulberry32, seedFrom, shuffled } from './random.js';

/** What happens to processes, database and bus, with the words for the table. `restore` is preceded by a `keep`. */
export const worldFaults = {
  kill: 'API process killed (SIGKILL) and started',
  terminate: 'API process stopped (SIGTERM) and started',
  database: 'database away',
  backends: 'database sessions ended by the server',
  bus: 'event bus away',
  keep: 'backup taken',
  restore: 'older backup restored, new epoch',
} as const;
export type WorldFault = keyof typeof worldFaults;

/** What happens between one participant and the API. */
export const wireFaults = {
  cut: 'streams cut in the middle of an event',
  drop: 'answers dropped after the commit',
  duplicate: 'POSTs sent three times, together and later',
  reorder: 'POSTs that arrive after later ones',
  buffer: 'proxy that holds streams back',
  blackhole: 'connections dead without a sign',
  stall: 'readers that stop reading',
  offline: 'network away',
  clock: 'clock set wrong',
} as const;
export type WireFault = keyof typeof wireFaults;

export interface PlannedFault<Kind> {
  kind: Kind;
  /** When the run has come so far, 0 to 1. */
  at: number;
  /** Of the generator that draws the details. */
  seed: number;
}

export interface Plan {
  world: PlannedFault<WorldFault>[];
  wire: PlannedFault<WireFault>[];
}

export interface PlanOptions {
  seed: number;
  /** Kinds to choose from, and how many faults; each kind comes before any comes again. */
  world: { kinds: readonly Exclude<WorldFault, 'keep'>[]; count: number };
  wire: { kinds: readonly WireFault[]; count: number };
}

/** The same options give the same plan. */
export function drawPlan({ seed, world, wire }: PlanOptions): Plan {
  const random = mulberry32(seed);
  const kinds: WorldFault[] = [];
  for (const kind of deal(random, world.kinds, world.count)) {
    // Something lies between a backup and its restore, so that there is something to undo.
    if (kind === 'restore') kinds.splice(kinds.at(-1) === 'restore' ? kinds.length : -1, 0, 'keep');
    kinds.push(kind);
  }
  return { world: spread(random, kinds), wire: spread(random, deal(random, wire.kinds, wire.count)) };
}

function deal<Kind>(random: Random, kinds: readonly Kind[], count: number): Kind[] {
  const dealt: Kind[] = [];
  while (kinds.length > 0 && dealt.length < count) dealt.push(...shuffled(random, kinds));
  return dealt.slice(0, count);
}

/** Over the run, leaving some of its beginning and its end in peace. */
function spread<Kind>(random: Random, kinds: readonly Kind[]): PlannedFault<Kind>[] {
  return kinds.map((kind, index) => ({
    kind,
    at: 0.04 + (0.9 * (index + random())) / kinds.length,
    seed: seedFrom(random),
  }));
}
