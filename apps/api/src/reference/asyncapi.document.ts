import { bye, durableEvent, eventPage, hello, operations, reset, routes, transientEvent } from '@porchlight/protocol';
import type { z } from 'zod';
import { SESSION_COOKIE } from '../auth/session-cookie.js';
import { schemes, securityOf } from './security.js';
import { type JsonSchema, SharedSchemas } from './shared-schemas.js';

/** One event of the stream: its frame's `data` is the payload, its frame's other fields are the headers. */
export interface AsyncApiMessage {
  name: string;
  title: string;
  summary: string;
  contentType: 'application/json';
  headers?: JsonSchema;
  payload: JsonSchema;
}

/** The parts of the document that the readable page looks into. */
export interface AsyncApiDocument {
  asyncapi: string;
  components: {
    messages: Record<string, AsyncApiMessage>;
    schemas: Record<string, JsonSchema>;
    securitySchemes: object;
  };
  [other: string]: unknown;
}

const summaries = {
  hello: 'The first event of every stream, within a second (EV4).',
  reset: 'The cursor could not be resumed; fetch your state anew (RS2).',
  bye: 'The server ends the stream and says when to come back (EV6).',
  'message.created': 'Somebody said something.',
  'message.updated': 'A message was changed, taken back, or is now fully written.',
  'conversation.created': 'A conversation began, or you joined one.',
  'conversation.updated': 'Its status, assignee, tags or latest message changed.',
  'receipt.updated': 'Somebody received or read further.',
  'visitor.updated': 'A visitor says something else of itself. For agents.',
  'membership.updated':
    'A visitor left a room, was banned from it, or may join it again. For that visitor, and agents.',
  'workspace.updated': 'A list that all agents share has changed: fetch it anew. For agents.',
  'message.delta': 'A part of a message that is still being written.',
  typing: 'Somebody is typing.',
  viewing: 'An agent looks at a conversation. For agents only.',
  presence: 'Who is there to answer.',
  'agents.presence': 'Which agents are there, and which are away. For agents.',
  'room.presence': 'How many are in a room now; at most once in five seconds.',
} as const;

/** The event stream and the long poll as an AsyncAPI 3.0 document. */
export function asyncApiDocument(): AsyncApiDocument {
  const schemas = new SharedSchemas('draft-7');
  const messages = {
    hello: event('hello', schemas.of(hello), 'kept', 'k3v9x2.1041'),
    reset: event('reset', schemas.of(reset), 'fleeting'),
    ...eventsOf(durableEvent, schemas, 'kept'),
    ...eventsOf(transientEvent, schemas, 'fleeting'),
    bye: event('bye', schemas.of(bye), 'fleeting'),
  };
  const page: AsyncApiMessage = {
    name: 'page',
    title: 'Page of events',
    summary: 'All events since the cursor, as soon as there is one (LP1).',
    contentType: 'application/json',
    payload: schemas.of(eventPage),
  };
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Porchlight events',
      version: '1',
      description:
        'Everything that happens, over plain HTTP: Server-Sent Events, or long poll where those are held back.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    channels: {
      stream: {
        address: routes.streamEvents.path,
        title: 'Stream',
        description:
          'Server-Sent Events. `Last-Event-ID`, or `?after=` on a first connection, resumes after a cursor (RS1). Without either the stream begins now (RS3). The `event` field names the type.',
        messages: references('#/components/messages/', Object.keys(messages)),
      },
      poll: {
        address: routes.pollEvents.path,
        title: 'Long poll',
        description: '`?after=<cursor>&wait=<seconds>`. The same events in the same order with the same cursors (LP1).',
        messages: references('#/components/messages/', ['page']),
      },
    },
    operations: {
      streamEvents: {
        action: 'send',
        channel: { $ref: '#/channels/stream' },
        summary: operations.streamEvents.summary,
        security: securityOf(operations.streamEvents).map(toReference),
        messages: Object.values(references('#/channels/stream/messages/', Object.keys(messages))),
      },
      pollEvents: {
        action: 'send',
        channel: { $ref: '#/channels/poll' },
        summary: operations.pollEvents.summary,
        security: securityOf(operations.pollEvents).map(toReference),
        messages: Object.values(references('#/channels/poll/messages/', ['page'])),
      },
    },
    components: {
      messages: { ...messages, page },
      schemas: schemas.components,
      securitySchemes: {
        visitorToken: { type: 'http', scheme: 'bearer', description: schemes.visitorToken },
        agentToken: { type: 'http', scheme: 'bearer', description: schemes.agentToken },
        apiToken: { type: 'http', scheme: 'bearer', description: schemes.apiToken },
        agentSession: { type: 'httpApiKey', in: 'cookie', name: SESSION_COOKIE, description: schemes.agentSession },
      },
    },
  };
}

type EventUnion = typeof durableEvent | typeof transientEvent;

function eventsOf(union: EventUnion, schemas: SharedSchemas, life: 'kept' | 'fleeting') {
  return Object.fromEntries(
    union.options.map((option: z.ZodObject<{ type: z.ZodLiteral<keyof typeof summaries> }>) => {
      const type = option.shape.type.value;
      return [type, event(type, schemas.of(option), life)];
    }),
  );
}

/** @param life Only what is kept carries an `id`, so nothing else ever moves a client's cursor (EV1, EV2). */
function event(
  type: keyof typeof summaries,
  payload: JsonSchema,
  life: 'kept' | 'fleeting',
  example = 'k3v9x2.1042',
): AsyncApiMessage {
  const id: JsonSchema = {
    type: 'string',
    description: 'The cursor of this place in the log (EV3).',
    examples: [example],
  };
  const name = { type: 'string', const: type } as const;
  return {
    name: type,
    title: type,
    summary: summaries[type],
    contentType: 'application/json',
    headers:
      life === 'kept'
        ? { type: 'object', properties: { event: name, id }, required: ['event', 'id'] }
        : { type: 'object', properties: { event: name }, required: ['event'] },
    payload,
  };
}

const references = (to: string, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `${to}${name}` }]));

const toReference = (requirement: Record<string, []>) => ({
  $ref: `#/components/securitySchemes/${Object.keys(requirement)[0]}`,
});
