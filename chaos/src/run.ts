import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '@porchlight/protocol';
import type { Verdict } from './check/check.js';
import { check, isGood } from './check/check.js';
import type { Evidence } from './check/evidence.js';
import { Faults } from './faults.js';
import type { Cast, CastOptions } from './participants/cast.js';
import { assemble } from './participants/cast.js';
import type { Plan, WireFault, WorldFault } from './plan.js';
import { Progress } from './progress.js';
import { mulberry32 } from './random.js';
import type { World } from './world/world.js';

export interface RunOptions extends CastOptions {
  seed: number;
  plan: Plan;
  /** The run ends with this many messages, or after this time, whichever comes first. */
  messages: number;
  milliseconds: number;
  /** How long to wait, after the last fault, while nothing changes and somebody lacks something, in milliseconds. */
  patience: number;
  onProgress?(share: number): void;
}

export interface Outcome {
  verdict: Verdict;
  participants: number;
  typed: number;
  stored: number;
  /** Messages of which the API has said that it has them. */
  acknowledged: number;
  faults: ReadonlyMap<WorldFault | WireFault, number>;
  /** From the last fault until everybody had everything, in milliseconds. */
  convergence: number;
  /** Of the talking, in milliseconds. */
  duration: number;
}

/** Lets everybody talk while the plan happens, waits until all is quiet, and compares. */
export async function run(world: World, options: RunOptions): Promise<Outcome> {
  const cast = await assemble(world, mulberry32(options.seed), options);
  const start = performance.now();
  try {
    const progress = new Progress(options.messages, options.milliseconds);
    const faults = new Faults(world, cast.participants, progress);
    const report = setInterval(() => options.onProgress?.(progress.share), 1_000);
    try {
      await Promise.all([
        ...cast.participants.map((participant) => participant.talk(progress)),
        faults.runWorld(options.plan.world),
        faults.runWire(options.plan.wire),
      ]);
    } finally {
      clearInterval(report);
      faults.heal();
    }
    const healed = performance.now();
    const { verdict, evidence } = await settle(world, cast, options.patience);
    return {
      verdict,
      participants: cast.participants.length,
      typed: evidence.typed.length,
      stored: [...evidence.stored.values()].reduce((sum, messages) => sum + messages.length, 0),
      acknowledged: new Set(evidence.acknowledged.map(({ text }) => text)).size,
      faults: faults.happened,
      convergence: performance.now() - healed,
      duration: healed - start,
    };
  } finally {
    for (const participant of cast.participants) participant.close();
  }
}

/** Waits until everybody has everything, or nothing changes any more, and judges. */
async function settle(world: World, cast: Cast, patience: number): Promise<{ verdict: Verdict; evidence: Evidence }> {
  const end = performance.now() + 10 * patience;
  const stored = new Map<string, Message[]>(cast.conversations.map((id) => [id, []]));
  let deadline = 0;
  let known = '';
  for (;;) {
    for (const [id, messages] of stored) await cast.admin.readOn(id, messages);
    const state = JSON.stringify([...stored.values()].map(({ length }) => length).concat(extentOf(cast)));
    if (state !== known) deadline = Math.min(end, performance.now() + patience);
    known = state;
    const late = performance.now() > deadline;
    if (late || isQuiet(cast, stored)) {
      const evidence = await gather(world, cast, stored);
      const verdict = check(evidence);
      if (late || isGood(verdict)) return { verdict, evidence };
    }
    await sleep(100);
  }
}

/** How much everybody has said and seen. */
function extentOf({ participants, readings }: Cast): number[] {
  return [
    ...participants.map(({ acknowledged }) => acknowledged.length),
    ...readings.map(({ participant, conversation }) => participant.messagesOf(conversation).at(-1)?.seq ?? 0),
  ];
}

/** Whether everything typed is acknowledged, and everybody has the last message of each conversation. */
function isQuiet({ participants, readings }: Cast, stored: ReadonlyMap<string, readonly Message[]>): boolean {
  return (
    participants.every(({ done }) => done) &&
    readings.every(({ participant, conversation }) => {
      const last = stored
        .get(conversation)
        ?.findLast(({ audience }) => participant.options.kind === 'agent' || audience === 'everyone');
      return participant.messagesOf(conversation).at(-1)?.id === last?.id;
    })
  );
}

async function gather(world: World, cast: Cast, stored: ReadonlyMap<string, readonly Message[]>): Promise<Evidence> {
  const { participants, readings } = cast;
  return {
    typed: participants.flatMap(({ id, typed }) => typed.map((text) => ({ author: id, text }))),
    acknowledged: participants.flatMap(({ acknowledged }) => acknowledged),
    stored,
    views: await Promise.all(readings.map(({ participant, conversation }) => participant.finalView(conversation))),
    sightings: participants.flatMap(({ name, sightings }) => sightings.map((seen) => ({ ...seen, reader: name }))),
    leaks: participants.flatMap(({ wire }) => [...wire.leaks]),
    undone: world.undone,
  };
}
