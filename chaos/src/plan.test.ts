import { expect, test } from '@jest/globals';
import { drawPlan } from './plan.js';

const options = {
  world: { kinds: ['kill', 'terminate', 'restore'] as const, count: 9 },
  wire: { kinds: ['cut', 'drop'] as const, count: 4 },
};

test('a seed names a plan', () => {
  expect(drawPlan({ ...options, seed: 5 })).toEqual(drawPlan({ ...options, seed: 5 }));
  expect(drawPlan({ ...options, seed: 5 })).not.toEqual(drawPlan({ ...options, seed: 6 }));
});

test('each kind comes as often as the others, in the order of time', () => {
  const { world, wire } = drawPlan({ ...options, seed: 5 });
  expect(wire.map(({ kind }) => kind).sort()).toEqual(['cut', 'cut', 'drop', 'drop']);
  expect(world.filter(({ kind }) => kind === 'kill')).toHaveLength(3);
  const times = world.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('a backup comes before each restore', () => {
  for (let seed = 0; seed < 50; seed++) {
    const kinds = drawPlan({ ...options, seed }).world.map(({ kind }) => kind);
    expect(kinds.indexOf('keep')).toBeLessThan(kinds.indexOf('restore'));
    expect(kinds.filter((kind) => kind === 'keep')).toHaveLength(3);
  }
});
