import { expect, jest, test } from '@jest/globals';
import type { WireFault } from '../src/plan.js';
import { drawPlan } from '../src/plan.js';
import { run } from '../src/run.js';
import { World } from '../src/world/world.js';

// Processes are killed and started, on machines of any size.
jest.setTimeout(300_000);

test('nothing is lost, doubled, out of order or leaked when everything breaks for a while', async () => {
  // Not `blackhole`: its victim notices after 40 s.
  const kinds: WireFault[] = ['cut', 'drop', 'duplicate', 'reorder', 'buffer', 'stall', 'offline', 'clock'];
  const seed = Math.floor(Math.random() * 2 ** 32);
  const plan = drawPlan({ seed, world: { kinds: ['kill', 'terminate'], count: 2 }, wire: { kinds, count: 24 } });
  const world = await World.open({ processes: 1, database: 'embedded', bus: 'none' });
  try {
    const who = { visitors: 4, agents: 1, members: 3, breadth: 1 };
    const bounds = { messages: 500, milliseconds: 120_000, patience: 90_000 };
    const { verdict, faults, typed, stored, acknowledged } = await run(world, { ...who, ...bounds, seed, plan });
    // The seed is in what is compared, so that a failure names it.
    const nothing = { lost: [], doubled: [], reordered: [], leaked: [], undone: 0 };
    expect({ seed, ...verdict }).toEqual({ seed, ...nothing });
    expect({ stored, acknowledged }).toEqual({ stored: typed, acknowledged: typed });
    expect([...faults.keys()].sort()).toEqual(['kill', 'terminate', ...kinds].sort());
  } finally {
    await world.close();
  }
});
