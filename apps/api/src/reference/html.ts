/** Markup that is safe to send: everything put into it was either escaped or made by {@link html}. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | undefined | false | Part[];

/** A template whose holes are escaped, unless they hold {@link Html}; nothing is written for `undefined` and `false`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((written, string, index) => written + markupOf(parts[index - 1]) + string));
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(markupOf).join('');
  return part === undefined || part === false ? '' : escaped(String(part));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] as string);

/** A sentence in which `code` stands between backticks. */
export function sentence(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
}
