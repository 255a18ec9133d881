/** A body that no route may take, and what it is answered (ER3). */
export interface HostileBody {
  what: string;
  body: string | Buffer;
  statuses: readonly number[];
  /** `null` sends none. */
  contentType?: string | null;
  contentEncoding?: string;
  chunked?: boolean;
}

const TEN_MEGABYTES = JSON.stringify({ text: 'a'.repeat(10 * 1024 * 1024) });

/** Bodies that are wrong before anybody looks at their fields. `valid` is one that the route would take. */
export function hostileBodies(valid: object): HostileBody[] {
  const json = JSON.stringify(valid);
  const invalid = (what: string, body: string | Buffer): HostileBody => ({ what, body, statuses: [400] });
  const withFirst = (field: string) => json.replace('{', json === '{}' ? `{${field}` : `{${field},`);
  const typed = (contentType: string | null): HostileBody => ({
    what: `content type ${contentType}`,
    body: json,
    statuses: [415],
    contentType,
  });
  return [
    invalid('cut', json.slice(0, -1)),
    invalid('two values', json + json),
    invalid('white space', '  \n'),
    invalid('not JSON', "{'text': undefined}"),
    { what: '10 MB', body: TEN_MEGABYTES, statuses: [413] },
    { what: '10 MB in chunks', body: TEN_MEGABYTES, statuses: [413], chunked: true },
    typed('application/json; charset=utf-16'),
    typed('application/json; charset="iso-8859-1"'),
    typed('text/plain'),
    typed('application/x-www-form-urlencoded'),
    typed('multipart/form-data; boundary=x'),
    typed('application/jsonp'),
    typed('rubbish'),
    typed(null),
    { what: 'compressed', body: json, statuses: [415], contentEncoding: 'gzip' },
    invalid('UTF-16', Buffer.from(json, 'utf16le')),
    invalid('a byte that is not UTF-8', Buffer.from(withFirst('"a":"\xff"'), 'latin1')),
    invalid('an overlong sequence', Buffer.from(withFirst('"a":"\xc0\xaf"'), 'latin1')),
    invalid('a surrogate in UTF-8', Buffer.from(withFirst('"a":"\xed\xa0\x80"'), 'latin1')),
    invalid('a raw NUL byte', withFirst('"a":"\0"')),
    invalid('100,000 brackets', '['.repeat(100_000)),
    invalid('arrays 70,000 deep', '['.repeat(70_000) + ']'.repeat(70_000)),
    invalid('objects 25,000 deep', withFirst(`"a":${'{"b":'.repeat(25_000)}1${'}'.repeat(25_000)}`)),
    invalid('__proto__ far down', `${'['.repeat(30_000)}{"__proto__":{"a":1}}${']'.repeat(30_000)}`),
    invalid('__proto__', withFirst('"__proto__":{"a":1}')),
    invalid('__proto__ in escapes', withFirst('"\\u005f_proto__":{"a":1}')),
    invalid('constructor.prototype', withFirst('"constructor":{"prototype":{"a":1}}')),
    invalid('constructor', withFirst('"constructor":1')),
    invalid('an unknown field', withFirst('"unknownField":1')),
    invalid('a key with NUL', withFirst('"a\\u0000":1')),
    invalid('a key with a lone surrogate', withFirst('"\\ud800":1')),
    invalid('an empty key', withFirst('"":1')),
    invalid('10,000 keys', `{${Array.from({ length: 10_000 }, (_, index) => `"k${index}":1`).join()}}`),
    ...['[]', `[${json}]`, '"text"', 'null', 'true', '1e400', '-0'].map((body) => invalid(body.slice(0, 8), body)),
  ];
}

/** The same value with the string at one place after another changed. */
export function* withEachString(value: unknown, change: (text: string) => string): Generator<unknown> {
  if (typeof value === 'string') yield change(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      for (const changed of withEachString(part, change)) {
        yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
      }
    }
  }
}
