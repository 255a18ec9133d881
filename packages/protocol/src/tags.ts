import { z } from 'zod';
import type { Operation } from './operation.js';
import { pageByName, pageOf } from './paging.js';
import { id, line, timestamp } from './primitives.js';
import { hue } from './resources.js';
import { seen, version } from './version.js';

/** Longest name of a tag, in Unicode code points. */
const MAX_TAG_LENGTH = 40;

export const tagName = line(MAX_TAG_LENGTH).meta({ examples: ['shipping'] });

export const tag = z
  .object({
    id,
    name: tagName.meta({ description: 'What conversations carry. Case does not count.' }),
    hue,
    version,
    createdAt: timestamp,
  })
  .meta({ id: 'Tag', description: 'A word that conversations are sorted by, with its colour.' });
/** A word that conversations are sorted by, with its colour. */
export type Tag = z.infer<typeof tag>;

const params = z.strictObject({ tag: id });

/** The contract of the routes about tags. */
export const tagOperations = {
  listTags: {
    summary: 'All tags, by name. A tag that a conversation is given for the first time is among them from then on.',
    who: ['agent'],
    query: pageByName(MAX_TAG_LENGTH),
    replies: { 200: pageOf(tag, 'TagPage') },
  },
  createTag: {
    summary: 'Add a tag.',
    who: ['agent'],
    body: z.strictObject({ name: tagName, hue: hue.optional() }),
    replies: { 201: tag },
    errors: ['conflict'],
  },
  updateTag: {
    summary: 'Rename a tag, on all conversations that carry it, or give it another colour.',
    who: ['admin'],
    params,
    body: z.strictObject({
      name: tagName.optional(),
      hue: hue.optional(),
      version: seen,
    }),
    replies: { 200: tag },
    errors: ['conflict', 'outdated'],
  },
  deleteTag: {
    summary: 'Take a tag away, also from all conversations that carry it.',
    who: ['admin'],
    params,
    replies: { 204: null },
  },
} as const satisfies Record<string, Operation>;
