import { z } from 'zod';
import type { Operation } from './operation.js';
import { id, queryInteger } from './primitives.js';
import { attachment } from './resources.js';

/** The contract of the routes about files. */
export const attachmentOperations = {
  createAttachment: {
    summary:
      'Upload a file for a message to come, which must follow within a day. Pictures lose what a camera wrote into them.',
    who: ['visitor', 'agent'],
    body: z
      .strictObject({ file: z.file().meta({ description: 'The file, with its name.' }) })
      .meta({ contentMediaType: 'multipart/form-data' }),
    replies: { 201: attachment },
    errors: ['too_large', 'unreadable_picture'],
  },
  getAttachment: {
    summary: 'A file, by the link that names it. Pictures are shown, everything else is a download.',
    who: ['anyone'],
    params: z.strictObject({ attachment: id }),
    query: z.strictObject({
      expires: queryInteger(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: 'Seconds since 1970.' }),
      signature: z.string().max(100).optional().meta({ description: 'Made by the API; the only credential.' }),
      download: z.literal('true').optional().meta({ description: 'Pictures too are a download.' }),
    }),
    replies: {
      200: z.string().meta({ contentMediaType: 'application/octet-stream', description: 'The file itself.' }),
    },
    errors: ['forbidden'],
  },
} as const satisfies Record<string, Operation>;
