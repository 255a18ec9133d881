import { describe, expect, test } from '@jest/globals';
import type { Message } from '@porchlight/protocol';
import { CONVERSATION, goodEvidence, message } from '../../test/support/messages.js';
import type { Verdict } from './check.js';
import { check, isGood } from './check.js';
import type { Evidence } from './evidence.js';

const a = message(1, 'a');
const b = message(2, 'b');
const c = message(3, 'c');
const note = message(2, 'note', { audience: 'agents', author: { kind: 'agent', id: 'jo', name: 'Jo' } });
const all = goodEvidence(a, b, c);

/** What is wrong when Anna has these messages of a, b and c. */
const seeing = (...messages: Message[]) => ({ ...all, views: all.views.map((view) => ({ ...view, messages })) });
/** How many findings of each kind there are. */
function counts(evidence: Evidence) {
  const { lost, doubled, reordered, leaked, undone } = check(evidence);
  return { lost: lost.length, doubled: doubled.length, reordered: reordered.length, leaked: leaked.length, undone };
}
const nothing = { lost: 0, doubled: 0, reordered: 0, leaked: 0, undone: 0 };

describe('nothing is found', () => {
  test('when everything is stored and seen once, in order', () => {
    expect(counts(all)).toEqual(nothing);
    expect(isGood(check(all))).toBe(true);
  });

  test('when a visitor does not see the notes of agents', () => {
    expect(counts(goodEvidence(a, note, c))).toEqual(nothing);
  });

  test('when something is stored whose answer never came', () => {
    expect(counts({ ...all, acknowledged: [] })).toEqual(nothing);
  });

  test('when an answer was given twice', () => {
    expect(counts({ ...all, acknowledged: [...all.acknowledged, ...all.acknowledged] })).toEqual(nothing);
  });
});

describe('lost', () => {
  test('acknowledged, and not stored', () => {
    const stored = new Map([[CONVERSATION, [a, b]]]);
    expect(counts({ ...seeing(a, b), stored })).toEqual({ ...nothing, lost: 1 });
  });

  test('typed, and never acknowledged nor stored', () => {
    const typed = [...all.typed, { author: 'anna', text: 'd' }];
    expect(counts({ ...all, typed })).toEqual({ ...nothing, lost: 1 });
  });

  test('acknowledged as a message that is not the stored one', () => {
    const acknowledged = [{ text: 'c', createdAt: c.createdAt, id: 'another id' }];
    expect(counts({ ...all, acknowledged })).toEqual({ ...nothing, lost: 1 });
  });

  test('stored, and not seen', () => {
    expect(counts(seeing(a, c))).toEqual({ ...nothing, lost: 1 });
    expect(counts(seeing())).toEqual({ ...nothing, lost: 3 });
  });

  test('seen with other words', () => {
    expect(counts(seeing(a, { ...b, text: 'B' }, c))).toEqual({ ...nothing, lost: 1 });
  });

  test('a hole in the numbers', () => {
    expect(counts(goodEvidence(a, message(3, 'c'))).lost).toBe(1);
  });

  test('gone from the timeline on the way', () => {
    expect(counts({ ...all, sightings: [{ reader: 'Anna', kind: 'vanished', messages: [b] }] }).lost).toBe(1);
  });
});

describe('doubled', () => {
  test('stored twice, under two client ids', () => {
    const twin = { ...message(4, 'c'), id: 'another id', clientId: 'another client id' };
    const stored = new Map([[CONVERSATION, [a, b, c, twin]]]);
    expect(counts({ ...seeing(a, b, c, twin), stored })).toEqual({ ...nothing, doubled: 1 });
  });

  test('acknowledged as two messages', () => {
    const acknowledged = [...all.acknowledged, { text: 'c', createdAt: c.createdAt, id: 'another id' }];
    expect(counts({ ...all, acknowledged }).doubled).toBe(1);
  });

  test('stored, and never typed', () => {
    expect(counts({ ...all, typed: all.typed.slice(0, 2) })).toEqual({ ...nothing, doubled: 1 });
  });

  test('seen twice', () => {
    expect(counts(seeing(a, b, b, c))).toEqual({ ...nothing, doubled: 1 });
  });

  test('seen, and not stored', () => {
    expect(counts(seeing(a, b, c, message(4, 'd')))).toEqual({ ...nothing, doubled: 1 });
  });
});

describe('out of order', () => {
  test('stored in another order than typed', () => {
    expect(counts({ ...all, typed: [all.typed[1], all.typed[0], all.typed[2]] as Evidence['typed'] })).toEqual({
      ...nothing,
      reordered: 1,
    });
  });

  test('seen in another order than stored', () => {
    expect(counts(seeing(b, a, c))).toEqual({ ...nothing, reordered: 1 });
  });

  test('seen out of order on the way', () => {
    expect(counts({ ...all, sightings: [{ reader: 'Anna', kind: 'reordered', messages: [b, a] }] }).reordered).toBe(1);
  });
});

describe('leaked', () => {
  test('a note in the view of a visitor', () => {
    const evidence = goodEvidence(a, note, c);
    const views = evidence.views.map((view) => ({ ...view, messages: [a, note, c] }));
    expect(counts({ ...evidence, views })).toEqual({ ...nothing, leaked: 1 });
  });

  test('somebody else’s words on the wire', () => {
    expect(counts({ ...all, leaks: ['visitor-1 was sent something for visitor-2'] })).toEqual({
      ...nothing,
      leaked: 1,
    });
  });

  test('stored under another author', () => {
    const typed = all.typed.map((each) => ({ ...each, author: each.text === 'b' ? 'ben' : each.author }));
    expect(counts({ ...all, typed }).leaked).toBe(1);
  });
});

describe('after an older backup has been restored', () => {
  const period = { from: Date.parse('2026-01-01T12:30:00.000Z'), to: Date.parse('2026-01-01T12:40:00.000Z') };
  const undone = [period];
  const meanwhile = '2026-01-01T12:35:00.000Z';
  const restored = (acknowledgedAt: string): Evidence => ({
    ...seeing(a, b),
    stored: new Map([[CONVERSATION, [a, b]]]),
    acknowledged: [...all.acknowledged.slice(0, 2), { text: 'c', id: c.id, createdAt: acknowledgedAt }],
    undone,
  });

  test('what was acknowledged in between is gone, and counted', () => {
    expect(counts(restored(meanwhile))).toEqual({ ...nothing, undone: 1 });
  });

  test('what was acknowledged before the backup, or after the restore, must be there', () => {
    expect(counts(restored('2026-01-01T12:29:59.999Z'))).toEqual({ ...nothing, lost: 1 });
    expect(counts(restored('2026-01-01T12:40:00.001Z'))).toEqual({ ...nothing, lost: 1 });
  });

  test('what was typed and never acknowledged must be there', () => {
    const acknowledged = all.acknowledged.slice(0, 2);
    expect(counts({ ...restored(meanwhile), acknowledged }).lost).toBe(1);
  });

  test('what was stored, undone and sent again is stored once, under its new id', () => {
    const again = { text: 'c', id: 'id of its first life', createdAt: meanwhile };
    expect(counts({ ...all, acknowledged: [...all.acknowledged, again], undone })).toEqual(nothing);
  });

  test('what was undone may vanish, or stand beside what has taken its place for a moment', () => {
    const ghost = message(3, 'ghost', { createdAt: meanwhile });
    const sightings: Evidence['sightings'] = [
      { reader: 'Anna', kind: 'vanished', messages: [ghost] },
      { reader: 'Anna', kind: 'doubled', messages: [ghost, c] },
    ];
    expect(counts({ ...all, sightings, undone })).toEqual(nothing);
    expect(counts({ ...all, sightings }).lost + counts({ ...all, sightings }).doubled).toBe(2);
  });
});

test('any finding at all is bad', () => {
  const good: Verdict = { lost: [], doubled: [], reordered: [], leaked: [], undone: 9 };
  expect(isGood(good)).toBe(true);
  for (const kind of ['lost', 'doubled', 'reordered', 'leaked'] as const) {
    expect(isGood({ ...good, [kind]: ['x'] })).toBe(false);
  }
});
