/** Longest name that is kept, in bytes of UTF-8. */
const MAX_BYTES = 160;
/** What comes after the last dot is kept when a name is cut, if it is no longer than this. */
const EXTENSION = /\.[^.\s]{1,12}$/u;
/** What Windows takes for a device, whatever comes after the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name for people to read and to save a file under, made of one that a browser sent: no path, nothing invisible,
 * nothing that turns the direction of writing, and nothing that a file system takes for something else.
 */
export function safeFileName(sent: string | undefined, fallback: string): string {
  const name = (sent ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return fallback;
  return cut(DEVICE.test(name) ? `_${name}` : name);
}

/** The same name, ending as files of this kind do, so that whatever opens it goes by what is in it. */
export function withExtension(name: string, extensions: readonly [string, ...string[]]): string {
  const own = EXTENSION.exec(name)?.[0].slice(1).toLowerCase();
  return own !== undefined && extensions.includes(own) ? name : cut(`${name}.${extensions[0]}`);
}

function cut(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  let left = MAX_BYTES - Buffer.byteLength(extension);
  let kept = '';
  for (const character of name) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}${extension}`;
}
