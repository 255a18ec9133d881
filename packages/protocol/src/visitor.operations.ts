import { z } from 'zod';
import type { Operation } from './operation.js';
import { siteParams, visitorParams } from './params.js';
import {
  attributesOf,
  attributeValue,
  cursor,
  email,
  line,
  locale,
  name,
  publicPageUrl,
  text,
  timeZone,
} from './primitives.js';
import { conversation, message, visitor, visitorEvent, visitorProfile } from './resources.js';

export const newVisitor = z
  .strictObject({
    ...visitorProfile.shape,
    timeZone: timeZone.optional(),
    referrer: publicPageUrl.optional().meta({
      description: 'The page of another site that the visitor came from. Kept without credentials and fragment.',
    }),
    identity: z
      .string()
      .max(8192)
      .optional()
      .meta({
        description: 'A JWT in which the site says who this is.',
        examples: ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.bG9uZyBzaWduYXR1cmU'],
      }),
    answers: z
      .record(line(64), text(0, 400))
      .refine((value) => Object.keys(value).length <= 50, 'must have at most 50 answers')
      .optional()
      .meta({ description: 'To the questions before the chat, by their keys.', examples: [{ order: '1042' }] }),
  })
  .meta({ id: 'NewVisitor', examples: [{ name: 'Mira', page: 'https://acme.example/vases' }] });
/** What a browser says when it becomes a visitor. */
export type NewVisitor = z.input<typeof newVisitor>;

const track = z
  .strictObject({
    name: line(64).meta({ examples: ['added_to_cart'] }),
    data: attributesOf(attributeValue).optional(),
    page: publicPageUrl.optional().meta({ description: 'Kept without credentials and fragment.' }),
    ago: z
      .int()
      .min(0)
      .max(86_400)
      .optional()
      .meta({ description: 'How long before this request it happened, in seconds.', examples: [0] }),
  })
  .meta({ id: 'TrackedEvent' });

const visitorToken = z.string().meta({
  description: 'The bearer token of this visitor. Keep it; it is not shown again.',
  examples: ['plv_3vCq0Zk1yT8mW5xN2bR7uJ4hG6dS9fLpQaEoIcKtYwM'],
});

export const newSession = z
  .object({ token: visitorToken, visitor, cursor: cursor.meta({ description: 'Where the log stands now.' }) })
  .meta({ id: 'VisitorSession' });
/** A visitor and the token that proves it. */
export type NewSession = z.infer<typeof newSession>;

export const visitorExport = z
  .object({
    visitor,
    events: z.array(visitorEvent),
    conversations: z.array(z.object({ conversation, messages: z.array(message) })),
  })
  .meta({ id: 'VisitorExport' });
/** Everything that is kept about a visitor. */
export type VisitorExport = z.infer<typeof visitorExport>;

/** The contract of the routes about visitors, and what they tell of themselves. */
export const visitorOperations = {
  createVisitor: {
    summary:
      'Become a visitor; with a valid visitor token, be the same one again; with an identity, be the person it names.',
    who: ['anyone', 'visitor'],
    params: siteParams,
    body: newVisitor,
    replies: { 201: newSession, 200: newSession },
    errors: ['refused', 'identity_invalid', 'identity_expired'],
  },
  getMe: { summary: 'The visitor itself.', who: ['visitor'], replies: { 200: visitor } },
  updateMe: {
    summary: 'Change what the visitor says of itself; null takes it back.',
    who: ['visitor'],
    body: z.strictObject({
      name: name.nullable().optional(),
      email: email.nullable().optional(),
      locale: locale.nullable().optional(),
      page: publicPageUrl.nullable().optional(),
      attributes: attributesOf(attributeValue.nullable())
        .optional()
        .meta({ description: 'Those to set; null takes one away, and those not named stay.' }),
    }),
    replies: { 200: visitor },
    errors: ['refused'],
  },
  trackEvents: {
    summary: 'Tell what the visitor has done on the site. The latest 50 are kept, for agents.',
    who: ['visitor'],
    body: z.strictObject({ events: z.array(track).min(1).max(20) }),
    replies: { 204: null },
  },
  eraseMe: {
    summary: 'Erase the visitor, its conversations and all its messages, for good.',
    who: ['visitor'],
    replies: { 204: null },
  },
  exportMe: {
    summary: 'Everything kept about the visitor.',
    who: ['visitor'],
    replies: { 200: visitorExport },
  },
  getVisitor: {
    summary: 'A visitor, as agents see it.',
    who: ['agent'],
    params: visitorParams,
    replies: { 200: visitor },
  },
  listVisitorEvents: {
    summary: 'What a visitor has done on the site, latest first.',
    who: ['agent'],
    params: visitorParams,
    replies: { 200: z.object({ items: z.array(visitorEvent) }).meta({ id: 'VisitorEventList' }) },
  },
} as const satisfies Record<string, Operation>;
