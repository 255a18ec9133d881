import { expect, test } from '@jest/globals';
import { judgeCursor, type Resume } from './resume.js';

const log = { epoch: 'e1', position: 20, pruned: 5 };

test.each<[rule: string, cursor: string | undefined, resume: Resume]>([
  ['RS3', undefined, { resumed: false }],
  ['RS1', 'e1.20', { resumed: true, after: 20 }],
  ['RS1', 'e1.7', { resumed: true, after: 7 }],
  ['RS1', 'e1.5', { resumed: true, after: 5 }],
  ['RS2', 'e1.4', { resumed: false, reset: 'pruned' }],
  ['RS2', 'e1.0', { resumed: false, reset: 'pruned' }],
  ['RS2', 'e1.21', { resumed: false, reset: 'ahead' }],
  ['RS2', 'e0.7', { resumed: false, reset: 'epoch' }],
  ['RS2', 'e0.21', { resumed: false, reset: 'epoch' }],
  ['RS2', '', { resumed: false, reset: 'malformed' }],
  ['RS2', '7', { resumed: false, reset: 'malformed' }],
  ['RS2', 'e1.07', { resumed: false, reset: 'malformed' }],
  ['RS2', 'e1.-1', { resumed: false, reset: 'malformed' }],
  ['RS2', 'e1.1e1', { resumed: false, reset: 'malformed' }],
  ['RS2', 'e1.9007199254740993', { resumed: false, reset: 'malformed' }],
  ['RS2', 'e1.7\n', { resumed: false, reset: 'malformed' }],
  ['RS2', 'e1.7\0', { resumed: false, reset: 'malformed' }],
])('%s: %j', (_rule, cursor, resume) => {
  expect(judgeCursor(cursor, log)).toEqual(resume);
});

test('RS1: the beginning of a log that nothing was pruned from', () => {
  expect(judgeCursor('e1.0', { epoch: 'e1', position: 0, pruned: 0 })).toEqual({ resumed: true, after: 0 });
});
