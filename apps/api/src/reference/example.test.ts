import { expect, test } from '@jest/globals';
import { operations, type RouteName } from '@porchlight/protocol';
import type { z } from 'zod';
import { exampleOf } from './example.js';
import { SharedSchemas } from './shared-schemas.js';

const schemas = new SharedSchemas('draft-2020-12');
const cases = (Object.keys(operations) as RouteName[]).flatMap((name) => {
  const { replies, ...asked } = operations[name];
  const bodies: [string, z.ZodType | null][] = Object.entries(replies).map(([status, reply]) => [status, reply]);
  // A file has no JSON.
  if ('body' in asked && !['createAttachment', 'putPicture'].includes(name)) bodies.push(['body', asked.body]);
  return bodies.flatMap(([part, schema]) => (schema ? [[name, part, schema] as const] : []));
});

test.each(cases)('%s: the example of its %s is one that its schema takes', (_, __, schema) => {
  const json = schemas.of(schema);
  expect(schema.safeParse(exampleOf(json, schemas.components))).toMatchObject({ success: true });
});
