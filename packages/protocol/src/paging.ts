import { z } from 'zod';
import { MAX_PAGE_SIZE } from './limits.js';
import { id, queryInteger } from './primitives.js';

/** What every list that is paged by key takes: how much of it. */
export const page = { limit: queryInteger(1, MAX_PAGE_SIZE).optional().meta({ description: 'Most items to answer.' }) };

/** Where a page of such a list begins: `next` of the page before. */
export const from = <Place extends z.ZodType>(place: Place) =>
  place.optional().meta({ description: '`next` of the page before.' });

/** Where such a list goes on: `next` of a page, given back as the query parameter of that name. */
export const next = (parameter: 'after' | 'before') =>
  z
    .string()
    .optional()
    .meta({ description: `Give it as \`${parameter}\` for the next page; absent on the last.` });

/** The query of a list that goes on after a place in it. */
export const pageQuery = <Place extends z.ZodType>(place: Place) => z.strictObject({ ...page, after: from(place) });

/** The query of a list that is ordered by the ids of its items. */
export const pageById = pageQuery(id);

/** The query of a list that is ordered by names of at most `max` characters. */
export const pageByName = (max: number) => pageQuery(placeByName(max));

/** A page of a list, by the name `id` in the documents. */
export const pageOf = <Item extends z.ZodType>(item: Item, id: string, parameter: 'after' | 'before' = 'after') =>
  z.object({ items: z.array(item), next: next(parameter) }).meta({ id });

/** `<id>.<name>` of an item. It carries the name, so that it stays a place when the item is gone or has another name. */
function placeByName(max: number) {
  return z
    .string()
    .regex(
      new RegExp(`^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]{1,${max}}$`, 'u'),
      'must be the next of a page',
    )
    .transform((place) => {
      const dot = place.indexOf('.');
      return { id: place.slice(0, dot), name: place.slice(dot + 1) };
    });
}
