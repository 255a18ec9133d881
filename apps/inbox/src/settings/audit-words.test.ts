import { expect, test } from '@jest/globals';
import { changeWords } from './audit-words.js';

test('says what a field was and what it became', () => {
  expect(changeWords({ role: { from: 'agent', to: 'admin' }, invitedBy: { to: 'Ada' } })).toBe(
    'role: agent → admin; invited by: Ada',
  );
  expect(changeWords({ title: { from: 'Bye', to: 'Goodbye' }, text: {} })).toBe('title: Bye → Goodbye; text changed');
  expect(changeWords({ reason: { from: null, to: 'Threatens people' } })).toBe('reason: none → Threatens people');
  expect(changeWords({ capacity: { from: null, to: 5 }, rooms: { from: [], to: [{ key: 'a', name: 'Lobby' }] } })).toBe(
    'capacity: none → 5; rooms: none → Lobby',
  );
});
