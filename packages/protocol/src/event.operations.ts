import { z } from 'zod';
import { eventPage } from './events.js';
import type { Operation } from './operation.js';
import { cursor, queryInteger } from './primitives.js';

const after = cursor.optional().meta({ description: 'Resume after this cursor (RS1). Without it: from now on (RS3).' });

/** The contract of the two routes by which events come down. */
export const eventOperations = {
  streamEvents: {
    summary: 'All that happens, as Server-Sent Events. `Last-Event-ID` or `after` resumes.',
    who: ['visitor', 'agent'],
    query: z.strictObject({ after }),
    replies: {
      200: z.string().meta({
        contentMediaType: 'text/event-stream',
        description: 'Server-Sent Events; the AsyncAPI document describes each.',
      }),
    },
  },
  pollEvents: {
    summary: 'All that happens, by long poll: the same events with the same cursors as the stream.',
    who: ['visitor', 'agent'],
    query: z.strictObject({
      after,
      wait: queryInteger(0, 25)
        .optional()
        .meta({ description: 'How long to wait for an event, in seconds; 0 unless said otherwise.' }),
    }),
    replies: { 200: eventPage },
  },
} as const satisfies Record<string, Operation>;
