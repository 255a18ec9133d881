import { type Cursor, parseCursor, type ResetReason } from '@porchlight/protocol';

/** Where a reader goes on: after a position, or from now with the reason why its cursor does not serve. */
export type Resume = { resumed: true; after: number } | { resumed: false; reset?: ResetReason };

/** Judges a reader's cursor against the log (RS1 to RS3). */
export function judgeCursor(
  text: string | undefined,
  log: { epoch: string; position: number; pruned: number },
): Resume {
  if (text === undefined) return { resumed: false };
  const cursor: Cursor | undefined = parseCursor(text);
  if (!cursor) return { resumed: false, reset: 'malformed' };
  if (cursor.epoch !== log.epoch) return { resumed: false, reset: 'epoch' };
  if (cursor.position > log.position) return { resumed: false, reset: 'ahead' };
  if (cursor.position < log.pruned) return { resumed: false, reset: 'pruned' };
  return { resumed: true, after: cursor.position };
}
