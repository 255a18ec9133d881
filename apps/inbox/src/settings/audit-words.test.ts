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

test('who is meant by an id is said by name, where it is known', () => {
  const names = new Map([['0197a2c3', 'Shipping']]);
  const changes = { team_id: { from: null, to: '0197a2c3' }, members: { from: ['0197a2c3', 'gone'], to: [] } };
  expect(changeWords(changes, (id) => names.get(id))).toBe('team: none → Shipping; members: Shipping, gone → none');
});
