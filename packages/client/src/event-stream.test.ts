import { expect, test } from '@jest/globals';
import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { EventStreamParser } from './event-stream.js';

/** What a reader of the stream notices, in order. */
type Seen = ['event', string, string, string] | ['comment', string] | ['retry', number];

function read(chunks: Iterable<Uint8Array>): Seen[] {
  const seen: Seen[] = [];
  const parser = new EventStreamParser({
    event: (type, data, id) => seen.push(['event', type, data, id]),
    comment: (text) => seen.push(['comment', text]),
    retry: (ms) => seen.push(['retry', ms]),
  });
  for (const chunk of chunks) parser.push(chunk);
  return seen;
}

const bytes = (text: string) => new TextEncoder().encode(text);

// The format rules of the HTML standard, section 9.2.6 "Interpreting an event stream", as the cases in the folder
// `eventsource/` of web-platform-tests exercise them.
const cases: Record<string, [string | Uint8Array, Seen[]]> = {
  'one byte order mark at the start is ignored': ['\uFEFFdata: 1\n\n', [['event', 'message', '1', '']]],
  'a second byte order mark belongs to the field name': [
    '\uFEFF\uFEFFdata: 1\n\ndata: 2\n\n',
    [['event', 'message', '2', '']],
  ],
  'a byte order mark elsewhere belongs to the field name': [
    'data: 1\n\n\uFEFFdata: 2\n\ndata: 3\n\n',
    [
      ['event', 'message', '1', ''],
      ['event', 'message', '3', ''],
    ],
  ],
  'LF ends a line': ['data: 1\ndata: 2\n\n', [['event', 'message', '1\n2', '']]],
  'CR ends a line': ['data: 1\rdata: 2\r\r', [['event', 'message', '1\n2', '']]],
  'CR LF ends one line': ['data: 1\r\ndata: 2\r\n\r\n', [['event', 'message', '1\n2', '']]],
  'line ends may be mixed': ['data: 1\ndata: 2\r\ndata: 3\rdata: 4\n\r', [['event', 'message', '1\n2\n3\n4', '']]],
  'LF CR are two line ends': [
    'data: 1\n\rdata: 2\n\n',
    [
      ['event', 'message', '1', ''],
      ['event', 'message', '2', ''],
    ],
  ],
  'form feed, line separator and next line end no line': [
    'data: 1\f\u2028\u2029\u0085\n\n',
    [['event', 'message', '1\f\u2028\u2029\u0085', '']],
  ],
  'NUL is an ordinary character in data': ['data: a\0b\n\n', [['event', 'message', 'a\0b', '']]],
  'NUL is an ordinary character in a field name': ['data\0: 1\ndata: 2\n\n', [['event', 'message', '2', '']]],
  'an id with NUL is ignored': [
    'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n',
    [
      ['event', 'message', 'a', '1'],
      ['event', 'message', 'b', '1'],
    ],
  ],
  'an id holds until another comes': [
    'id: 1\ndata: a\n\ndata: b\n\n',
    [
      ['event', 'message', 'a', '1'],
      ['event', 'message', 'b', '1'],
    ],
  ],
  'an empty id takes the last one back': [
    'id: 1\ndata: a\n\nid\ndata: b\n\nid: 1\ndata: c\n\nid:\ndata: d\n\n',
    [
      ['event', 'message', 'a', '1'],
      ['event', 'message', 'b', ''],
      ['event', 'message', 'c', '1'],
      ['event', 'message', 'd', ''],
    ],
  ],
  'an id without data counts for what follows': ['id: 7\n\ndata: a\n\n', [['event', 'message', 'a', '7']]],
  'the later of two ids counts': ['id: 1\nid: 2\ndata: a\n\n', [['event', 'message', 'a', '2']]],
  'a field without colon has an empty value': ['data\n\n', [['event', 'message', '', '']]],
  'two fields without colon are two empty lines': ['data\ndata\n\n', [['event', 'message', '\n', '']]],
  'one space after the colon is not part of the value': [
    'data:a\ndata: b\ndata:  c\ndata:\td\n\n',
    [['event', 'message', 'a\nb\n c\n\td', '']],
  ],
  'a space before the colon is part of the name': ['data : 1\n data: 2\ndata: 3\n\n', [['event', 'message', '3', '']]],
  'only the first colon separates': ['data:a:b: c\n\n', [['event', 'message', 'a:b: c', '']]],
  'names are case-sensitive and whole': ['Data: 1\ndatas: 2\ndat: 3\ndata: 4\n\n', [['event', 'message', '4', '']]],
  'an event name without data is forgotten': ['event: x\n\ndata: 1\n\n', [['event', 'message', '1', '']]],
  'an event name holds for one event': [
    'event: x\ndata: 1\n\ndata: 2\n\n',
    [
      ['event', 'x', '1', ''],
      ['event', 'message', '2', ''],
    ],
  ],
  'an empty event name means message': ['event: x\nevent:\ndata: 1\n\n', [['event', 'message', '1', '']]],
  'the later of two event names counts': ['event: x\nevent: y\ndata: 1\n\n', [['event', 'y', '1', '']]],
  'a comment begins with a colon': [
    ':\n: ping\n:data: 1\ndata: 2\n:data: 3\n\n',
    [
      ['comment', ''],
      ['comment', 'ping'],
      ['comment', 'data: 1'],
      ['comment', 'data: 3'],
      ['event', 'message', '2', ''],
    ],
  ],
  'a block of comments alone is no event': [
    ': a\n\n: b\n\n',
    [
      ['comment', 'a'],
      ['comment', 'b'],
    ],
  ],
  'retry takes digits only': [
    'retry: 1500\nretry: 1.5\nretry: -1\nretry: 1e3\nretry: 9x\nretry\nretry:\nretry: ٣\n\n',
    [['retry', 1500]],
  ],
  'unknown fields are ignored': ['test: 1\ndata: 2\nfoo\n\n', [['event', 'message', '2', '']]],
  'an event that the end of the stream cuts off is dropped': ['data: 1\n\ndata: 2\n', [['event', 'message', '1', '']]],
  'empty lines in a row are no events': ['\n\n\ndata: 1\n\n\n\n', [['event', 'message', '1', '']]],
  'the encoding is UTF-8': ['data: ok…\nevent: ðŸ™\ndata: 😀é\n\n', [['event', 'ðŸ™', 'ok…\n😀é', '']]],
  'bytes that are not UTF-8 are replaced': [
    Uint8Array.from([...bytes('data: a'), 0xff, 0xc3, ...bytes('b\n\n')]),
    [['event', 'message', 'a\uFFFD\uFFFDb', '']],
  ],
};

test.each(Object.entries(cases))('%s', (_, [text, expected]) => {
  const whole = typeof text === 'string' ? bytes(text) : text;
  expect(read([whole])).toEqual(expected);
  // However it is cut in two, and byte by byte.
  for (let at = 1; at < whole.length; at++) {
    expect(read([whole.subarray(0, at), new Uint8Array(), whole.subarray(at)])).toEqual(expected);
  }
  expect(read(Array.from(whole, (byte) => Uint8Array.of(byte)))).toEqual(expected);
});

/** The same stream read by the oracle. It holds back a final CR, and drops an id of a block without data. */
function readByOracle(text: string): Seen[] {
  const seen: Seen[] = [];
  let lastId = '';
  const parser = createParser({
    onEvent: ({ event, data, id }) => {
      lastId = id ?? lastId;
      seen.push(['event', event ?? 'message', data, lastId]);
    },
    onComment: (comment) => seen.push(['comment', comment]),
    onRetry: (ms) => seen.push(['retry', ms]),
  });
  parser.feed(text);
  return seen;
}

const value = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', ':', ' a', '1', '\0', 'ping'))
  .map((text) => text.replace(/[\r\n]/g, ''));
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('data', 'event', 'retry', '', 'x'), fc.constantFrom(':', ': '), value)
    .map((parts) => parts.join('')),
  fc.constantFrom('data', 'event', 'retry'),
);
const block = fc
  .tuple(fc.option(value, { nil: undefined }), fc.array(line, { maxLength: 5 }), fc.boolean())
  .map(([id, lines, hasData]) => [
    ...(id === undefined || !hasData ? [] : [`id: ${id}`]),
    ...lines,
    ...(hasData ? ['data: end'] : []),
    '',
  ]);
const streamText = fc
  .tuple(fc.array(block, { maxLength: 6 }), fc.infiniteStream(fc.constantFrom('\n', '\r\n', '\r')))
  .map(
    ([blocks, ends]) => `${blocks.flatMap((lines) => lines.map((text) => text + ends.next().value)).join('')}: end\n`,
  );

test('any stream, cut anywhere, reads as eventsource-parser reads it whole', () => {
  fc.assert(
    fc.property(streamText, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
      const whole = bytes(text);
      const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
      const chunks = places.slice(1).map((end, index) => whole.subarray(places[index], end));
      expect(read(chunks)).toEqual(readByOracle(text));
    }),
    { numRuns: 300 },
  );
});

test('any stream reads the same at every single cut', () => {
  fc.assert(
    fc.property(streamText, (text) => {
      const whole = bytes(text);
      const expected = readByOracle(text);
      for (let at = 0; at <= whole.length; at++) {
        expect(read([whole.subarray(0, at), whole.subarray(at)])).toEqual(expected);
      }
    }),
    { numRuns: 30 },
  );
});

test('a long line that comes in small pieces takes linear time', () => {
  const piece = bytes('x'.repeat(100));
  const chunks = [bytes('data: '), ...Array.from({ length: 20_000 }, () => piece), bytes('\n\n')];
  // Of the processor: other programs must not decide it.
  const began = process.cpuUsage();
  expect(read(chunks)[0]?.[2]).toHaveLength(2_000_000);
  expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
});
