import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** The widget's first file as it is now. */
export interface WidgetEntry {
  /** Under which it never changes. */
  path: string;
  /** What the `integrity` attribute of a script takes. */
  integrity: string;
}

let known: { changedAt: number; entry: WidgetEntry } | undefined;

/** Reads it again only when it was built anew. Throws when it has never been built. */
export async function readWidgetEntry(file: string): Promise<WidgetEntry> {
  const { mtimeMs: changedAt } = await stat(file);
  if (known?.changedAt !== changedAt) {
    const digest = createHash('sha384')
      .update(await readFile(file))
      .digest();
    const path = `/widget-${digest.subarray(0, 8).toString('hex')}.js`;
    known = { changedAt, entry: { path, integrity: `sha384-${digest.toString('base64')}` } };
  }
  return known.entry;
}
