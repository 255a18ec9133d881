import type { Author } from '@porchlight/protocol';
import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** How many tones `avatar.styles.ts` knows. */
export const TONES = 12;

/** The tone (0 to 11) of a person, always the same one for the same id or name. FNV-1a, 32 bits. */
export function toneOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  // The low bits of FNV differ little between similar strings; the high ones are mixed in.
  return ((hash ^ (hash >>> 15)) >>> 0) % TONES;
}

/** One or two letters that stand for a name; a dot for a name without letters or digits. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]\p{M}*/gu) && name.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  if (!words) return '·';
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}

/** A person's picture, or the initials on a tone made from the name. Decorative: the name stands beside it. */
export function avatar(author: Pick<Author, 'name' | 'avatarUrl'>): TemplateResult {
  return author.avatarUrl
    ? html`<img class="avatar" src=${author.avatarUrl} alt="" loading="lazy" decoding="async" />`
    : html`<span class="avatar tone-${toneOf(author.name)}" aria-hidden="true">${initialsOf(author.name)}</span>`;
}
