import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageById, pageByName } from './paging.js';
import { line } from './primitives.js';

const id = '0197a2c4-1f00-7c3e-8a11-3b5d9e2f7c10';

test('a place in a list by name is the id and the name of an item, whatever it is called', () => {
  const name = fc.string({ unit: 'binary', maxLength: 12 });
  fc.assert(
    fc.property(name, (written) => {
      const named = line(8).safeParse(written);
      fc.pre(named.success);
      expect(pageByName(8).parse({ after: `${id}.${named.data}` })).toEqual({ after: { id, name: named.data } });
    }),
  );
});

test.each([
  'x',
  id,
  `${id}.`,
  `x.${id}`,
  `${id}.nine long`,
  `${id}.a\u0000b`,
  `${id}.a\nb`,
  `${id}.\ud800`,
  `${id.toUpperCase()}.a`,
])('%j is no place', (after) => {
  const { error } = pageByName(8).safeParse({ after });
  expect(error?.issues).toMatchObject([{ path: ['after'], message: 'must be the next of a page' }]);
});

test('a page holds 1 to 100 items', () => {
  expect(pageById.parse({ limit: '100', after: id })).toEqual({ limit: 100, after: id });
  for (const limit of ['0', '101', '-1', 'all', '']) expect(pageById.safeParse({ limit }).success).toBe(false);
});
