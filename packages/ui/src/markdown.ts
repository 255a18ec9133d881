/**
 * The subset of Markdown that messages are written in: links, *emphasis*, **strong**, `code`, fenced code and flat
 * lists. Anything else is text. Every text parses, in time linear in its length: no pattern backtracks, searches for
 * a closing mark only move forward, and marks nest at most three deep.
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'emphasis' | 'strong'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] };

const FENCE = /^\s{0,3}```/;
const BULLET = /^\s{0,3}[-*•]\s+(?=\S)/;
const NUMBER = /^\s{0,3}(\d{1,9})[.)]\s+(?=\S)/;

export function parseMarkdown(text: string): Block[] {
  const lines = text.split(/\r\n?|\n/);
  const blocks: Block[] = [];
  let paragraph: string[] = [];

  const endParagraph = () => {
    const joined = paragraph.join('\n').replace(/^\n+/, '').trimEnd();
    if (joined) blocks.push({ kind: 'paragraph', children: parseInline(joined) });
    paragraph = [];
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (FENCE.test(line)) {
      endParagraph();
      const first = ++index;
      while (index < lines.length && !FENCE.test(lines[index] ?? '')) index++;
      blocks.push({ kind: 'code', text: lines.slice(first, index).join('\n') });
      continue;
    }
    const number = NUMBER.exec(line);
    const bullet = number ? null : BULLET.exec(line);
    const marker = number ?? bullet;
    if (!marker) {
      if (line.trim()) paragraph.push(line);
      else endParagraph();
      continue;
    }
    endParagraph();
    const item = parseInline(line.slice(marker[0].length));
    const last = lines[index - 1]?.trim() ? blocks.at(-1) : undefined;
    if (last?.kind === 'list' && last.ordered === Boolean(number)) last.items.push(item);
    else blocks.push({ kind: 'list', ordered: Boolean(number), start: Number(number?.[1] ?? 1), items: [item] });
  }
  endParagraph();
  return blocks;
}

/** Finds the next match at or after a place that only moves forward, so that all searches together are one pass. */
class Forward {
  #match: RegExpExecArray | null | undefined;

  constructor(
    private readonly text: string,
    private readonly pattern: RegExp,
  ) {}

  from(place: number): RegExpExecArray | null {
    if (this.#match === undefined || (this.#match && this.#match.index < place)) {
      this.pattern.lastIndex = place;
      this.#match = this.pattern.exec(this.text);
    }
    return this.#match;
  }
}

const NO_MARKS: ReadonlySet<string> = new Set();

/** `within` holds the marks around `text`, which it does not hold once more. */
function parseInline(text: string, within: ReadonlySet<string> = NO_MARKS): Inline[] {
  const result: Inline[] = [];
  const tick = new Forward(text, /`/g);
  const strongEnd = new Forward(text, /(?<=[^\s*])\*\*(?!\w)/g);
  const emphasisEnd = new Forward(text, /(?<=[^\s*])\*(?![\w*])/g);
  // An address ends where a character would turn what follows around.
  const linkEnd = new Forward(text, /\]\(([^\s()\p{Bidi_C}]*)\)/gu);
  const bareLink = /https?:\/\/[^\s<>"`\p{Bidi_C}]+/iuy;
  let refusedLink: RegExpExecArray | undefined;
  let plainFrom = 0;
  let at = 0;

  const push = (item: Inline, from: number, to: number) => {
    if (from > plainFrom) result.push({ kind: 'text', text: text.slice(plainFrom, from) });
    result.push(item);
    plainFrom = at = to;
  };
  const inside = (mark: string, from: number, to: number) =>
    parseInline(text.slice(from, to), new Set([...within, mark]));

  /** What says itself where it leads must say it rightly. */
  const label = (from: number, end: RegExpExecArray): Inline[] =>
    /^\s*(?:https?:|www\.)/i.test(text.slice(from, from + 20))
      ? [{ kind: 'text', text: end[1] ?? '' }]
      : inside('link', from, end.index);

  while (at < text.length) {
    const from = at++;
    const char = text[from];
    const before = text[from - 1] ?? ' ';
    if (char === '`') {
      const end = tick.from(from + 1)?.index;
      if (end !== undefined && end > from + 1) push({ kind: 'code', text: text.slice(from + 1, end) }, from, end + 1);
    } else if (char === '*' && !/[\w*]/.test(before)) {
      const strong = text[from + 1] === '*';
      const kind = strong ? 'strong' : 'emphasis';
      const start = from + (strong ? 2 : 1);
      if (within.has(kind) || !/[^\s*]/.test(text[start] ?? ' ')) continue;
      const end = (strong ? strongEnd : emphasisEnd).from(start + 1)?.index;
      if (end !== undefined) push({ kind, children: inside(kind, start, end) }, from, end + (start - from));
    } else if (char === '[' && !within.has('link')) {
      const end = linkEnd.from(from + 1);
      if (!end || end === refusedLink) continue;
      const href = safeHref(end[1] ?? '');
      if (!href) refusedLink = end;
      else if (end.index > from + 1) {
        push({ kind: 'link', href, children: label(from + 1, end) }, from, end.index + end[0].length);
      }
    } else if ((char === 'h' || char === 'H') && !within.has('link') && !/\w/.test(before)) {
      bareLink.lastIndex = from;
      const found = withoutTrailingPunctuation(bareLink.exec(text)?.[0] ?? '');
      const href = safeHref(found);
      if (href) push({ kind: 'link', href, children: [{ kind: 'text', text: found }] }, from, from + found.length);
      else at += found.length;
    }
  }
  if (plainFrom < text.length) result.push({ kind: 'text', text: text.slice(plainFrom) });
  return result;
}

/**
 * The address if a reader may follow it: http, https or mailto, and without a user name or password, which serve to
 * disguise where a link leads.
 */
export function safeHref(address: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return undefined;
  const { href, username, password } = new URL(address);
  return username || password ? undefined : href;
}

/** A sentence may end after an address; a closing bracket belongs to it only if it was opened in it. */
function withoutTrailingPunctuation(address: string): string {
  let end = address.length;
  let unopened = address.split(')').length - address.split('(').length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    if (last === ')' && unopened > 0) unopened--;
    else if (!/[.,;:!?'*_\]}]/.test(last)) break;
  }
  return address.slice(0, end);
}

/** What is left when the marks are taken away: for previews, notifications and announcements. */
export function plainText(text: string): string {
  return parseMarkdown(text).map(plainBlock).join(' ').replace(/\s+/g, ' ').trim();
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return plainInline(block.children);
    case 'code':
      return block.text;
    case 'list':
      return block.items.map(plainInline).join(', ');
  }
}

function plainInline(items: readonly Inline[]): string {
  return items.map((item) => ('text' in item ? item.text : plainInline(item.children))).join('');
}
