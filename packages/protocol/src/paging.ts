import { z } from 'zod';
import { MAX_PAGE_SIZE } from './limits.js';
import { queryInteger } from './primitives.js';

/** What every list that is paged by key takes: how much of it. */
export const page = { limit: queryInteger(1, MAX_PAGE_SIZE).optional().meta({ description: 'Most items to answer.' }) };

/** Where such a list goes on: `next` of a page, given back as the query parameter of that name. */
export const next = (parameter: 'after' | 'before') =>
  z
    .string()
    .optional()
    .meta({ description: `Give it as \`${parameter}\` for the next page; absent on the last.` });
