import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Verdict } from '../src/check/check.js';
import type { WireFault } from '../src/plan.js';
import { drawPlan } from '../src/plan.js';
import type { Tampering } from '../src/proxy/tampering.js';
import { run } from '../src/run.js';
import { World } from '../src/world/world.js';
import * as bugs from './support/bugs.js';

// A process starts, on machines of any size.
jest.setTimeout(120_000);

let world: World;
let seed = 0;

beforeAll(async () => {
  world = await World.open({ processes: 1, database: 'embedded', bus: 'none' });
});

afterAll(() => world.close());

/** A short run against an API that has a bug. */
async function judge(tampering: Tampering, ...kinds: WireFault[]): Promise<Verdict> {
  seed++;
  const plan = drawPlan({ seed, world: { kinds: [], count: 0 }, wire: { kinds, count: 12 } });
  const who = { visitors: 2, agents: 1, members: 2, breadth: 1 };
  const bounds = { messages: 80, milliseconds: 60_000, patience: 2_500 };
  const { verdict } = await run(world, { ...who, ...bounds, seed, plan, tampering });
  return verdict;
}

test('without a bug, nothing is found', async () => {
  expect(await judge({}, 'cut', 'duplicate')).toEqual({ lost: [], doubled: [], reordered: [], leaked: [], undone: 0 });
});

test('a resume that forgets is found: messages are lost', async () => {
  expect((await judge(bugs.forgetfulResume, 'cut')).lost).not.toEqual([]);
});

test('a dedupe that forgets is found: messages are doubled', async () => {
  expect((await judge(bugs.forgetfulDedupe, 'duplicate')).doubled).not.toEqual([]);
});

test('messages stored in another order are found', async () => {
  expect((await judge(bugs.lateStore())).reordered).not.toEqual([]);
});

test('messages shown in another order are found', async () => {
  expect((await judge(bugs.wrongPlaces)).reordered).not.toEqual([]);
});

test('events that are not sent are found', async () => {
  expect((await judge(bugs.droppedEvents)).lost).not.toEqual([]);
});

test('a success without a commit is found', async () => {
  expect((await judge(bugs.emptyPromises())).lost).not.toEqual([]);
});

test('events that go to the wrong reader are found', async () => {
  expect((await judge(bugs.crossedWires())).leaked).not.toEqual([]);
});
