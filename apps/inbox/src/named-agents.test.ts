import { expect, test } from '@jest/globals';
import { namedIn } from './named-agents.js';

const agents = ['Ann', 'Ann Lee', 'Björn', 'Jo', 'Jo'].map((name, index) => ({ id: String(index), name }));
const idsIn = (text: string) =>
  namedIn(text, agents)
    .map(({ id }) => id)
    .sort();

test.each<[string, string[]]>([
  ['@Ann please look', ['0']],
  ['@Ann Lee please look', ['1']],
  ['@Ann and @ann lee', ['0', '1']],
  ['(@björn)', ['2']],
  ['@Björn, @Ann', ['0', '2']],
  // Both are called so.
  ['@Jo', ['3', '4']],
  ['@Annette', []],
  ['mail@ann.example', []],
  ['Ann', []],
  ['', []],
])('who is named in “%s”', (text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});
