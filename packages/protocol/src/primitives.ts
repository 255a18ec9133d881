import { z } from 'zod';
import { MAX_ATTRIBUTES, MAX_NAME_LENGTH } from './limits.js';

/**
 * Unicode that every store and every reader can hold: no NUL (PostgreSQL refuses it) and no lone surrogate (UTF-8
 * cannot encode it).
 */
function isStorable(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

/** A string of `min` to `max` code points once surrounding white space is taken away; kept as it was written. */
export function text(min: number, max: number) {
  return z
    .string()
    .refine(isStorable, 'must be well-formed Unicode without NUL')
    .refine((value) => {
      const trimmed = value.trim();
      // A string of `max` code points has at most twice as many code units; longer ones need no counting.
      if (trimmed.length > 2 * max) return false;
      const { length } = [...trimmed];
      return length >= min && length <= max;
    }, `must have ${min} to ${max} characters`)
    .meta({ minLength: min, maxLength: max });
}

/** {@link text} of 1 to `max` code points without line breaks and control characters, surrounding white space removed. */
export function line(max: number) {
  return text(1, max)
    .refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value.trim()), 'must be a single line')
    .transform((value) => value.trim())
    .meta({ minLength: 1, maxLength: max });
}

/** What a person or a site is called. */
export const name = line(MAX_NAME_LENGTH).meta({ examples: ['Mira'] });

/** A new id is a UUIDv7, so that ids sort by age; any UUID is accepted where one is asked for. */
export const id = z.uuid().meta({
  examples: ['0197a2c4-1f00-7c3e-8a11-3b5d9e2f7c10'],
});

/** ISO 8601, UTC, with milliseconds. */
export const timestamp = z.iso.datetime({ precision: 3 }).meta({ examples: ['2026-01-31T12:00:00.000Z'] });

/** Made by the client so that a request sent twice is done once (rule MS1). */
export const clientId = z
  .string()
  .regex(/^[\x21-\x7e]{1,64}$/, 'must be 1 to 64 visible ASCII characters')
  .meta({
    description: 'Made by the client, so that what is sent twice is done once (MS1). A UUID will do.',
    examples: ['6f1c8a52-0d3b-4e7f-9a64-2b8e5c7d1f03'],
  });

const key = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9 and inner hyphens');

/** Names a site in addresses and in the tag. */
export const siteKey = key.meta({ description: 'The key of a site.', examples: ['acme'] });
/** Names a room within its site. */
export const roomKey = key.meta({ description: 'The key of a room of the site.', examples: ['lobby'] });

export const email = z
  .email('must be an e-mail address')
  .max(254)
  .meta({ examples: ['mira@example.com'] });

/** A BCP 47 language tag. */
export const locale = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/, 'must be a language tag')
  .meta({ description: 'A BCP 47 language tag.', examples: ['en-GB'] });

/** Where a clock is, as the time zone database names it. Browsers know of zones that others do not: any such name is taken. */
export const timeZone = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/, 'must be a time zone such as Europe/Oslo')
  .meta({ description: 'A time zone of the IANA database.', examples: ['Europe/Oslo'] });

/** The address of a page a visitor is on: http or https only. */
export const pageUrl = z
  .url({ protocol: /^https?$/, message: 'must be an http or https address' })
  .max(2048)
  .refine((value) => isStorable(value) && !/\p{Cc}/u.test(value), 'must be an http or https address')
  .meta({ description: 'An http or https address.', examples: ['https://acme.example/vases'] });

/** {@link pageUrl} without what may be private in it: credentials and the fragment. */
export const publicPageUrl = pageUrl.transform((value) => {
  const url = new URL(value);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
});

const attributeName = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w. -]{0,39}$/,
    'must be 1 to 40 letters, digits, and inner spaces, dots, hyphens or underscores',
  );
/** What an attribute may be: one value, never a structure. */
export const attributeValue = z.union([text(0, 255), z.number(), z.boolean()]);

/** Names to values, at most {@link MAX_ATTRIBUTES}. */
export function attributesOf<Value extends z.ZodType>(value: Value) {
  return z
    .record(attributeName, value)
    .refine((given) => Object.keys(given).length <= MAX_ATTRIBUTES, `must have at most ${MAX_ATTRIBUTES}`)
    .meta({ examples: [{ plan: 'pro', seats: 12 }] });
}

/** Who somebody is to the site: its own id for the person. */
export const externalId = line(200).meta({ description: "The site's own id of the person.", examples: ['42'] });

/** Counts a conversation's messages 1, 2, 3 ...; 0 is before the first. */
export const seq = z
  .int()
  .min(0)
  .meta({ examples: [3] });

/** A place in the log, as clients hold it: they keep it and give it back, and never look inside (rule EV3). */
export const cursor = z.string().meta({
  description: 'A place in the log, opaque (EV3).',
  examples: ['k3v9x2.1041'],
});

/** An integer in a query string. */
export function queryInteger(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,16}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be ${min} to ${max}`)
    .meta({ type: 'integer', minimum: min, maximum: max, pattern: undefined });
}
