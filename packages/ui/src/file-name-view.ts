import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** A name longer than this may have to be cut, in characters. */
const SHORT = 18;
/** So much of its end stays in any case. */
const TAIL = 9;
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** A file's name, cut in the middle where there is no room, so that its ending stays. Class `file-name`. */
export function fileName(name: string): TemplateResult {
  const characters = [...name];
  const dir = RIGHT_TO_LEFT.test(name) ? 'rtl' : 'ltr';
  if (characters.length <= SHORT)
    return html`<span class="file-name" dir=${dir} title=${name}><bdi>${name}</bdi></span>`;
  const head = characters.slice(0, -TAIL).join('');
  const tail = characters.slice(-TAIL).join('');
  return html`<span class="file-name" dir=${dir} title=${name}><bdi class="head">${head}</bdi><bdi>${tail}</bdi></span>`;
}

/** What a file is, by the end of its name: `PDF`. */
export function fileKind(name: string): string | undefined {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase();
}
