/** What the links check needs to know of a Markdown document, read as GitHub reads it. */

const withoutCode = (/** @type {string} */ text) =>
  text
    .replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[^\n]*$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/^(?: {4}|\t).*$/gm, '')
    .replace(/(`+)[^`]([\s\S]*?[^`])??\1(?!`)/g, (code) => code.replace(/[^\n]/g, ' '))
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));

const LINKS = [
  /\]\(\s*<([^>\n]*)>/g, // [text](<target>)
  /\]\(\s*([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*)/g, // [text](target "title")
  /^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)/gm, // [name]: target
  /<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"\s]+)/g, // <a href="target">
];

/**
 * The targets of all links and pictures, with the lines they stand on.
 *
 * @param {string} text
 * @returns {{ target: string, line: number }[]}
 */
export function linksOf(text) {
  const prose = withoutCode(text);
  const links = LINKS.flatMap((form) =>
    [...prose.matchAll(form)].map((match) => ({
      target: /** @type {string} */ (match[1]),
      line: prose.slice(0, match.index).split('\n').length,
    })),
  );
  return links.sort((one, other) => one.line - other.line);
}

/**
 * The names that `#fragment` may have: of headings, as GitHub makes them, and of explicit `id`s.
 *
 * @param {string} text
 * @returns {Set<string>}
 */
export function anchorsOf(text) {
  // Code within a heading is part of its name, so only blocks are taken out.
  const prose = text.replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[^\n]*$/gm, '');
  /** @type {Map<string, number>} */
  const seen = new Map();
  const headings = [...prose.matchAll(/^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gm)].map((match) => {
    const name = slug(/** @type {string} */ (match[1]));
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
  const ids = [...prose.matchAll(/<\w+\b[^>]*\b(?:id|name)="([^"]+)"/g)].map(
    (match) => /** @type {string} */ (match[1]),
  );
  return new Set([...headings, ...ids]);
}

const slug = (/** @type {string} */ heading) =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|<[^>]+>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
