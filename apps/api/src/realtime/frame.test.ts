import { expect, test } from '@jest/globals';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import fc from 'fast-check';
import type { Entry } from './entry.js';
import { controlFrame, durableFrame, PING, transientFrame } from './frame.js';

const entry: Entry = {
  position: 7,
  at: new Date('2026-01-31T12:00:00.000Z'),
  type: 'message.created',
  scope: 'visitor',
  conversationId: '0197a2c4-0a6f-7e91-a2d3-6c4b8f1e5d07',
  visitorId: null,
  data: '{"text":"hi"}',
  visitorData: null,
};

/** What a parser that is not ours makes of a stream of these bytes. */
function parse(...frames: Buffer[]): { events: EventSourceMessage[]; comments: string[] } {
  const events: EventSourceMessage[] = [];
  const comments: string[] = [];
  const parser = createParser({
    onEvent: (event) => events.push(event),
    onComment: (comment) => comments.push(comment),
  });
  parser.feed(Buffer.concat(frames).toString());
  return { events, comments };
}

test('EV1: a kept event carries its cursor, and the same JSON as a long poll (LP1)', () => {
  const frame = durableFrame(entry, entry.data, 'e1.7');
  expect(frame.position).toBe(7);
  const [event] = parse(frame.bytes).events;
  expect(event).toMatchObject({ event: 'message.created', id: 'e1.7', data: frame.json });
  expect(JSON.parse(frame.json)).toEqual({
    type: 'message.created',
    at: '2026-01-31T12:00:00.000Z',
    conversationId: entry.conversationId,
    position: 7,
    data: { text: 'hi' },
  });
});

test('a kept event that belongs to no conversation names none', () => {
  const frame = durableFrame({ ...entry, type: 'visitor.updated', conversationId: null }, '{}', 'e1.7');
  expect(JSON.parse(frame.json)).not.toHaveProperty('conversationId');
});

test('EV2: an event that is not kept has no id and moves nothing', () => {
  const event = { type: 'presence', at: '2026-01-31T12:00:00.000Z', data: { agents: 1, available: true } } as const;
  const frame = transientFrame(event);
  expect(frame.position).toBeUndefined();
  const { events } = parse(durableFrame(entry, entry.data, 'e1.7').bytes, frame.bytes);
  expect(events[1]).toEqual({ event: 'presence', data: JSON.stringify(event) });
  expect(frame.bytes.toString()).not.toMatch(/^id:/m);
});

test('EV4, EV6: events of the stream itself; of them only hello has a cursor', () => {
  const hello = { protocol: 1, cursor: 'e1.7', heartbeatMs: 15_000, resumed: false } as const;
  const { events } = parse(
    controlFrame('hello', hello, 'e1.7'),
    controlFrame('reset', { reason: 'epoch' }),
    controlFrame('bye', { reason: 'shutdown', retryMs: 700 }),
  );
  expect(events.map(({ event, id, data }) => [event, id, JSON.parse(data)])).toEqual([
    ['hello', 'e1.7', hello],
    ['reset', undefined, { reason: 'epoch' }],
    ['bye', undefined, { reason: 'shutdown', retryMs: 700 }],
  ]);
});

test('EV5: a ping is a comment', () => {
  expect(parse(PING)).toEqual({ events: [], comments: ['ping'] });
});

test('no text breaks out of its frame', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '\u2028', 'data: ', '\0', ':'), fc.string()),
  });
  fc.assert(
    fc.property(text, (content) => {
      const frame = durableFrame(entry, JSON.stringify({ text: content }), 'e1.7');
      const { events, comments } = parse(frame.bytes, PING);
      expect(comments).toEqual(['ping']);
      expect(events.map(({ data }) => JSON.parse(data).data)).toEqual([{ text: content }]);
    }),
  );
});
