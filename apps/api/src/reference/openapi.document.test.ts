import { expect, test } from '@jest/globals';
import { operations, type RouteName, routes } from '@porchlight/protocol';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from './openapi.document.js';

const document = openApiDocument();
const names = Object.keys(operations) as RouteName[];

test('is valid OpenAPI 3.1, with every reference leading somewhere', async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  expect(() => validator.resolveRefs()).not.toThrow();
  const targets = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
  expect(targets.length).toBeGreaterThan(0);
  for (const [, target] of targets) expect(document.components.schemas).toHaveProperty(target as string);
});

test.each(names)('%s is there, with its callers, its answers and its errors', (name) => {
  const { method, path } = routes[name];
  const operation = document.paths[path]?.[method.toLowerCase()];
  expect(operation?.operationId).toBe(name);
  const { who, replies } = operations[name];
  const open = (who as readonly string[]).includes('anyone');
  const readsCredential = who.some((caller) => caller !== 'anyone');
  expect(operation?.security.some((requirement) => Object.keys(requirement).length === 0)).toBe(open);
  for (const status of Object.keys(replies)) expect(operation?.responses).toHaveProperty(status);
  for (const status of ['429', '500', '503']) expect(operation?.responses).toHaveProperty(status);
  expect('401' in (operation?.responses ?? {})).toBe(readsCredential || name === 'login');
  expect(operation?.requestBody !== undefined).toBe('body' in operations[name]);
});

test('a request body is closed, an answer is open to growth', () => {
  const { NewMessage, Message } = document.components.schemas;
  expect(NewMessage?.additionalProperties).toBe(false);
  expect(Message?.additionalProperties).toBeUndefined();
});

test('the stream is a stream, and takes Last-Event-ID', () => {
  const stream = document.paths[routes.streamEvents.path]?.['get'];
  expect(stream?.responses['200']?.content).toHaveProperty('text/event-stream');
  expect(stream?.parameters?.map((parameter) => parameter.name)).toEqual(['after', 'Last-Event-ID']);
});

test('a shared schema stands in the document once', () => {
  expect(JSON.stringify(document)).not.toMatch(/\$defs|definitions|"pattern":"\^\(\?:\(\?:\\\\d\\\\d\[2468\]/);
});
