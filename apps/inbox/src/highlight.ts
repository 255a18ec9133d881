import type { Fragment } from '@porchlight/protocol';
import { html } from 'lit';

/** A text cut where its marks begin and end; marks that make no sense are left out. */
export function cut({ text, marks }: Fragment): { text: string; marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let done = 0;
  for (const [start, end] of marks) {
    if (start < done || end <= start || end > text.length) continue;
    if (start > done) parts.push({ text: text.slice(done, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false });
  return parts;
}

/** What was found, with the words in it marked. It is text, whatever it looks like. */
export function highlighted(fragment: Fragment) {
  return cut(fragment).map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text));
}
