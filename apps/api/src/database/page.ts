import { ProblemError } from '../http/problem.js';

/** How many items a page holds unless its query says how many. */
export const DEFAULT_PAGE = 50;

/** A page of what `rows` begin with, of which one more was asked for than the page holds: it tells whether there is another. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), ...(rows.length > limit && last && { next: placeOf(last) }) };
}

/** Where a list goes on that is ordered by ids. */
export const placeById = ({ id }: { id: string }) => id;

/** Where a list goes on that is ordered by names, as the contract reads it. */
export const placeByName = ({ id, name }: { id: string; name: string }) => `${id}.${name}`;

/** What is given as the `next` of a page, and was none. */
export const noPlace = (parameter: 'after' | 'before') =>
  new ProblemError('invalid', undefined, { errors: [{ path: parameter, message: 'must be the next of a page' }] });
