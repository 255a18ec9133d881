import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { errorCodes } from './error-codes.js';
import { problem } from './errors.js';
import { bye, durableEvent, eventPage, hello, reset, transientEvent } from './events.js';
import type { Operation } from './operation.js';
import { operations } from './operations.js';
import { routes } from './routes.js';

const all: [string, Operation][] = Object.entries(operations);
const bodies = all.flatMap(([name, { body }]) => (body ? [[name, body] as const] : []));

const uuid = '0197a2c4-1f00-7c3e-8a11-3b5d9e2f7c10';
const valid: Record<string, object> = {
  createVisitor: { name: 'Mira', answers: { order: '1042' } },
  updateMe: { name: null, attributes: { plan: 'pro', trial: null } },
  trackEvents: {
    events: [{ name: 'added_to_cart', data: { sku: 'vase-2' }, page: 'https://acme.example/vases', ago: 3 }],
  },
  createConversation: { clientId: 'a', message: { clientId: 'b', text: 'Hello' } },
  updateConversation: { status: 'closed', tags: ['shipping'] },
  updateConversations: { ids: [uuid], status: 'closed' },
  createMessage: { clientId: 'a', text: 'Hello', replyTo: uuid },
  updateMessage: { text: 'Hello again' },
  createAttachment: { file: new File(['Hello'], 'hello.txt') },
  putReceipt: { delivered: 2, read: 1 },
  putBan: { reason: 'Advertises a shop', deleteMinutes: 60 },
  createTyping: {},
  login: { email: 'jo@acme.example', password: 'secret' },
  createSite: { key: 'acme', name: 'Acme', origins: ['*'], rooms: [{ key: 'lobby', name: 'Lobby' }] },
  updateSite: { rooms: [{ key: 'lobby', name: 'Lobby' }], replyTime: null },
  createIdentityKey: { algorithm: 'HS256' },
  createAgent: { email: 'jo@acme.example', name: 'Jo', role: 'agent', password: 'long enough' },
  updateAgent: { disabled: true },
  updateProfile: { name: 'Jo' },
  setPresence: { away: true },
  createToken: { name: 'Order bot', scopes: ['read', 'write'] },
  setPassword: { current: 'old', password: 'long enough' },
  putPicture: { file: new File(['Hello'], 'me.jpg') },
  beginTwoFactor: { password: 'secret' },
  confirmTwoFactor: { code: '492039' },
  endTwoFactor: { password: 'secret' },
  requestReset: { email: 'jo@acme.example' },
  useReset: { token: 'plr_a', password: 'long enough' },
  openInvitation: { token: 'pli_a' },
  acceptInvitation: { token: 'pli_a', name: 'Jo', password: 'long enough' },
  createInvitation: { email: 'jo@acme.example', role: 'agent' },
  createCannedReply: { title: 'Shipping to Norway', shortcut: 'norway', text: 'We do, {{visitor.name}}.' },
  updateCannedReply: { shortcut: null, text: 'We do.' },
  createTag: { name: 'shipping', hue: 62 },
  updateTag: { name: 'delivery', version: 3 },
  putBlock: { reason: 'Advertises a shop' },
  createTeam: { name: 'Shipping', members: [uuid] },
  updateTeam: { members: [], version: 3 },
};

/** One operation takes no body at all as well as an empty one. */
const objectOf = (body: z.ZodType) => (body instanceof z.ZodOptional ? body.unwrap() : body) as z.ZodObject;

describe.each(bodies)('the body of %s', (name, body) => {
  const example = valid[name] as Record<string, unknown>;

  test('is taken', () => {
    expect(body.safeParse(example)).toMatchObject({ success: true });
  });

  test('is strict: an unknown field is refused, whatever its name', () => {
    const known = Object.keys(objectOf(body).shape);
    const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''));
    fc.assert(
      fc.property(
        names.filter((field) => !known.includes(field)),
        (field) => {
          // JSON.parse, not a literal: this is how `__proto__` becomes a field of its own.
          const sent = JSON.parse(`{${JSON.stringify(field)}: 1}`) as object;
          Object.defineProperties(sent, Object.getOwnPropertyDescriptors(example));
          expect(body.safeParse(sent).success).toBe(false);
        },
      ),
    );
  });

  test('is an object', () => {
    for (const value of [null, undefined, 1, 'text', true, [], [example]]) {
      expect(objectOf(body).safeParse(value).success).toBe(false);
    }
  });

  test('is refused, not crashed on, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        body.safeParse(value);
        for (const field of Object.keys(example)) body.safeParse({ ...example, [field]: value });
      }),
    );
  });
});

test('objects within a body are strict too', () => {
  const message = { clientId: 'b', text: 'Hello' };
  const { createConversation, createSite, updateSite } = operations;
  expect(createConversation.body.safeParse({ clientId: 'a', message: { ...message, x: 1 } }).success).toBe(false);
  const rooms = [{ key: 'lobby', name: 'Lobby', x: 1 }];
  expect(createSite.body.safeParse({ ...valid['createSite'], rooms }).success).toBe(false);
  expect(updateSite.body.safeParse({ rooms }).success).toBe(false);
});

test('a site names each room once', () => {
  const room = { key: 'lobby', name: 'Lobby' };
  expect(operations.updateSite.body.safeParse({ rooms: [room, { ...room, name: 'Hall' }] }).success).toBe(false);
});

test('an answer named __proto__ reaches nobody', () => {
  const sent: unknown = JSON.parse('{"answers": {"__proto__": "x", "order": "1042"}}');
  const { answers } = operations.createVisitor.body.parse(sent);
  expect(answers).toEqual({ order: '1042' });
  expect(Object.getPrototypeOf(answers)).toBe(Object.prototype);
});

test('what can be set as a password can be used to sign in', () => {
  const email = 'jo@acme.example';
  const password = fc.string({ unit: 'binary', minLength: 10, maxLength: 210 });
  fc.assert(
    fc.property(password, (value) => {
      fc.pre(operations.updateAgent.body.safeParse({ password: value }).success);
      expect(operations.login.body.parse({ email, password: value }).password).toBe(value);
    }),
  );
});

test('a list of messages goes one way at a time', () => {
  const { query } = operations.listMessages;
  expect(query.parse({ after: '0', limit: '100' })).toEqual({ after: 0, limit: 100 });
  expect(query.safeParse({ before: '1', after: '0' }).success).toBe(false);
  expect(query.safeParse({ limit: '101' }).success).toBe(false);
});

test.each(all)('%s: parameters and query refuse what they do not know', (_, { params, query }) => {
  const unknown = { unknown: 'x' };
  for (const schema of [params, query]) {
    if (!schema) continue;
    const result = schema.safeParse(unknown);
    expect(result.error?.issues.map((issue) => issue.code)).toContain('unrecognized_keys');
  }
});

test.each(all)('%s: every schema has a JSON Schema, for what is sent and for what is answered', (_, operation) => {
  const { params, query, body, replies } = operation;
  for (const schema of [params, query, body, ...Object.values(replies)]) {
    if (schema) expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow();
  }
});

test('so has every event and the problem', () => {
  for (const schema of [durableEvent, transientEvent, hello, reset, bye, eventPage, problem]) {
    expect(z.toJSONSchema(schema, { io: 'input' })).toHaveProperty('$ref');
  }
});

test.each(all)(
  '%s: says who may call it, answers with success, and only GET goes without a body',
  (name, operation) => {
    expect(operation.who.length).toBeGreaterThan(0);
    const statuses = Object.keys(operation.replies).map(Number);
    expect(statuses.every((status) => (status >= 200 && status < 300) || status === 304)).toBe(true);
    if (routes[name as keyof typeof routes].method === 'GET') expect(operation.body).toBeUndefined();
    for (const code of operation.errors ?? []) expect(errorCodes).toHaveProperty(code);
  },
);

test('clients may meet fields that they do not know: replies and events only drop them', () => {
  const answer = { protocol: 1, cursor: 'e.1', heartbeatMs: 15_000, resumed: false, future: true };
  expect(hello.safeParse(answer).success).toBe(true);
});
