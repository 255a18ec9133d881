import { z } from 'zod';
import type { ErrorCode } from './error-codes.js';
import { errorCodes } from './error-codes.js';

/** `application/problem+json` (RFC 9457) with our `code`, `errors` and `requestId`. Rules ER1 and ER2. */
export const problem = z
  .object({
    type: z.string().meta({
      description: 'A URI that names the kind of problem: `urn:porchlight:problem:<code>`.',
      examples: ['urn:porchlight:problem:not_found'],
    }),
    title: z.string().meta({ description: 'The same for every problem of this code.', examples: ['Not found'] }),
    status: z
      .int()
      .min(400)
      .max(599)
      .meta({ description: 'The HTTP status.', examples: [404] }),
    detail: z.string().optional().meta({ description: 'What happened this time, for people.' }),
    code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]).meta({
      description: 'What programs branch on.',
      examples: ['not_found'],
    }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'With `invalid`: every field that is wrong, and why.' }),
    requestId: z.string().meta({
      description: 'Names this request in the logs.',
      examples: ['0197a2c4-6d1e-7b3a-9f00-5c1d2e3f4a5b'],
    }),
  })
  .meta({ id: 'Problem', description: 'Every answer that is not a success (RFC 9457).' });

/** The body of an error answer. */
export type Problem = z.infer<typeof problem>;
