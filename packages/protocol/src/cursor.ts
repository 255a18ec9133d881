/**
 * A place in the log: everything up to and including `position` has been seen. Rule EV3.
 *
 * `epoch` names one life of a database; it changes when a backup is restored, because positions are then reused.
 */
export interface Cursor {
  /** 1 to 40 characters of `[A-Za-z0-9_-]`. */
  epoch: string;
  /** 0 (before the first event) to `Number.MAX_SAFE_INTEGER`. */
  position: number;
}

const FORM = /^([A-Za-z0-9_-]{1,40})\.(0|[1-9]\d{0,15})$/;

/** The wire form, `<epoch>.<position>`, at most 64 characters. */
export function formatCursor({ epoch, position }: Cursor): string {
  return `${epoch}.${position}`;
}

/** Reads the wire form; `undefined` for anything that {@link formatCursor} cannot have written. */
export function parseCursor(text: string): Cursor | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const position = Number(match[2]);
  return Number.isSafeInteger(position) ? { epoch: match[1] as string, position } : undefined;
}
