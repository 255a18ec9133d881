import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { durableEvent, transientEvent } from '@porchlight/protocol';
import { Ajv } from 'ajv';
import { asyncApiDocument } from './asyncapi.document.js';

const document = asyncApiDocument();
const { messages } = document.components;
// Required, not imported: the package is CommonJS and its index loads every version there ever was.
const schema = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;

test('is valid AsyncAPI 3.0', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(schema);
  validate(document);
  expect(validate.errors).toBeNull();
});

test('every reference leads somewhere', () => {
  const follow = (path: string): unknown =>
    path
      .slice(2)
      .split('/')
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
  for (const [, path] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
    expect([path, follow(path as string) !== undefined]).toEqual([path, true]);
  }
});

test('EV1, EV2, EV4: what is kept, and hello, carry a cursor; nothing else does', () => {
  const kept = durableEvent.options.map((option) => option.shape.type.value);
  const fleeting = transientEvent.options.map((option) => option.shape.type.value);
  for (const type of [...kept, 'hello']) expect(messages[type]?.headers?.required).toContain('id');
  for (const type of [...fleeting, 'reset', 'bye'])
    expect(messages[type]?.headers?.properties).not.toHaveProperty('id');
});
