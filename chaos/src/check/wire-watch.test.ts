import { expect, test } from '@jest/globals';
import { labelFor, WireWatch } from './wire-watch.js';

test('texts for oneself and for one’s rooms are no leaks', () => {
  const watch = new WireWatch('Anna', new Set(['anna', 'room-1']));
  watch.see(Buffer.from(`data: {"text":"${labelFor('anna')} hello"} ${labelFor('room-1')}`));
  expect([...watch.leaks]).toEqual([]);
});

test('a text for somebody else is a leak, however its bytes are cut', () => {
  const bytes = Buffer.from(`data: {"text":"🏺 ${labelFor('agents')} do not tell her"}`);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const watch = new WireWatch('Anna', new Set(['anna']));
    watch.see(bytes.subarray(0, cut));
    watch.see(bytes.subarray(cut));
    expect([...watch.leaks]).toEqual(['Anna was sent something for agents']);
  }
});

test('agents may read everything', () => {
  const watch = new WireWatch('Jo', undefined);
  watch.see(Buffer.from(labelFor('anna')));
  expect(watch.leaks.size).toBe(0);
});
