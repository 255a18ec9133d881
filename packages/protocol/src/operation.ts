import type { z } from 'zod';
import type { ErrorCode } from './error-codes.js';

/** Who may call an operation. `anyone` needs no credential. `agent` includes `admin`. */
export type Caller = 'anyone' | 'visitor' | 'agent' | 'admin';

/** What an operation takes and gives. Parameters, queries and bodies are strict: an unknown field is refused. */
export interface Operation {
  /** What it does, in a sentence. */
  summary: string;
  /** Every kind of caller that may use it; what each of them reaches is the operation's own rule. */
  who: readonly Caller[];
  /** The names in braces of its path. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON in UTF-8, unless its `contentMediaType` says otherwise. */
  body?: z.ZodType;
  /** Status to body; `null` for none. */
  replies: Readonly<Record<number, z.ZodType | null>>;
  /** Codes of this operation beyond those that any may answer. */
  errors?: readonly ErrorCode[];
}
