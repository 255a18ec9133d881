/** Elements that scripts have been smuggled in with, and how each is closed. */
const TAGS = [
  'a',
  'animate',
  'audio',
  'base',
  'body',
  'button',
  'details',
  'div',
  'embed',
  'form',
  'frameset',
  'iframe',
  'image',
  'img',
  'input',
  'isindex',
  'link',
  'marquee',
  'math',
  'meta',
  'object',
  'script',
  'select',
  'style',
  'svg',
  'table',
  'template',
  'textarea',
  'title',
  'video',
  'xmp',
  'noscript',
  'plaintext',
  'slot',
  'custom-element',
  'dialog',
  'keygen',
  'set',
  'foreignObject',
  'portal',
];

const EVENTS = [
  'onload',
  'onerror',
  'onfocus',
  'onclick',
  'onmouseover',
  'ontoggle',
  'onanimationstart',
  'onbegin',
  'onpointerenter',
  'onbeforetoggle',
];

/** What reports that it has run. */
const CALL = 'pwned()';

const CODES = [
  CALL,
  "window['pwn'+'ed']()",
  'self[atob`cHduZWQ`]()',
  '(0,eval)`pwned\\x28\\x29`',
  '[].constructor.constructor`pwned\\x28\\x29```',
  'throw onerror=pwned,1',
  'import("data:text/javascript,top.pwned()")',
  'location="javascript:pwned()"',
];

const PROTOCOLS = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  '\tjavascript:',
  'java\nscript:',
  'java\tscript:',
  'java\u0000script:',
  '\u0001javascript:',
  'javascript&colon;',
  '&#106;avascript:',
  '&#x6A;avascript:',
  'javascript\u200b:',
  'vbscript:',
  'livescript:',
  'data:text/html,',
  'data:text/html;base64,',
  'data:image/svg+xml,',
  'blob:',
  'filesystem:',
  'file:///',
  'view-source:javascript:',
  'feed:javascript:',
  'jar:javascript:',
  'about:blank#',
  'ws://',
  'ftp://',
  'http://x" onmouseover="',
  "https://x' onclick='",
  'https://user:secret@',
  'https://example.com@',
  'https:javascript:',
  '//',
  '\\\\',
  '/\\',
  'mailto:a@b?body=<script>',
  'tel:',
  'sms:',
  'intent:',
  'ms-settings:',
  'x-apple:',
  'chrome://',
  'resource:',
  'http://[::1]/',
  'https://xn--',
  'https://аррӏе.com/',
  'https://example.com\u202e/moc.',
];

/** Ways to write the same so that a filter does not see it. */
const DISGUISES: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  (text) => text.replace(/</g, '\u003c\u0000'),
  (text) => text.replace(/</g, '＜').replace(/>/g, '＞'),
  (text) => encodeURIComponent(text),
  (text) => [...text].map((char) => `&#${char.codePointAt(0)};`).join(''),
  (text) => text.replace(/ /g, '/'),
  (text) => text.replace(/=/g, '\n=\n'),
  (text) => `<!--${text}-->`,
  (text) => `"'></textarea></title></style></script>${text}`,
  (text) => `\`\`\`\n${text}\n\`\`\``,
  (text) => `\`${text}\``,
  (text) => `**${text}**`,
  (text) => `- ${text}`,
  (text) => `[${text}](https://example.com)`,
];

/** Marks that are taken for something by one renderer or another. */
const MARKS = [
  'S{CALL}',
  '{{constructor.constructor("CALL")()}}',
  '{{CALL}}',
  '<%= CALL %>',
  '#{CALL}',
  'S{{CALL}}',
  '[[CALL]]',
  '{% CALL %}',
  '{!CALL}',
  '$(CALL)',
  '`S{CALL}`',
  '@{CALL}',
  '*{CALL}',
  '<?php CALL ?>',
  '<![CDATA[<script>CALL</script>]]>',
  ']]><script>CALL</script>',
  '<?lit$0?>',
  '<!--?lit$1$-->',
  '{{lit-0}}',
  '?lit$123$',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  '[object Object]',
  'true',
  '0',
  '![x](x" onerror="CALL)',
  '![x](javascript:CALL)',
  '<https://x" onclick="CALL>',
  '<javascript:CALL>',
  '[x]: javascript:CALL',
  '[x](<javascript:CALL>)',
  '[x](javascript:CALL "t")',
  '[x](data:text/html,<script>CALL</script>)',
  '[a](https://a)](javascript:CALL)',
  '[[a](https://a)](javascript:CALL)',
  '[a](https://a"onclick=CALL)',
  "[a](https://a'onclick=CALL)",
  '[a](https://a`onclick=CALL`)',
  '[a](https://a<script>CALL</script>)',
  'https://a"onclick="CALL',
  "https://a'onclick='CALL",
  'https://a/<script>CALL</script>',
  'https://a/`S{CALL}`',
  '```html\n<script>CALL</script>',
  '~~~\n<script>CALL</script>',
];

/** Characters that reorder, hide or pile up. */
const CHARACTERS = [
  '\u202eevil\u202c',
  '\u202e',
  '\u2066\u202e\u2067',
  '\u200f\u200e\u061c',
  'a\u200bb\u200cc\u200dd\ufeffe',
  '\u0000\u0001\u0008\u001b[31m',
  '\ud800',
  '\udfff\ud800',
  '\ufffe\uffff',
  'e\u0301\u0302\u0303\u0304'.repeat(20),
  '\u2028\u2029\u0085',
  '\u00ad'.repeat(100),
  '\u3164\u115f\u2800',
  '\ufdfd'.repeat(20),
  '🏳️‍🌈👩‍👩‍👧‍👦'.repeat(20),
  '\u{e0041}\u{e0042}',
  'ﷺ',
  '𒐫'.repeat(20),
  '\u0489'.repeat(50),
  '\u1dc0\u20dd\u20e3',
];

/** Well over a thousand texts that would run, reach out or look like something else if a message were anything but text. */
export function hostileTexts(): string[] {
  const texts = new Set<string>();
  const plain: string[] = [];
  TAGS.forEach((tag, index) => {
    for (const [offset, event] of EVENTS.entries()) {
      const code = CODES[(index + offset) % CODES.length];
      plain.push(`<${tag} ${event}=${code} src=x href=x autofocus tabindex=0 open>x</${tag}>`);
    }
  });
  for (const protocol of PROTOCOLS) {
    const address = `${protocol}${CALL}//example.com`;
    for (const attribute of [
      'href',
      'src',
      'action',
      'formaction',
      'xlink:href',
      'srcdoc',
      'data',
      'content="0;url',
      'style="background:url',
    ]) {
      plain.push(`<a ${attribute}="${address}">x</a>`);
    }
    for (const text of [
      address,
      `[a link](${address})`,
      `<${address}>`,
      `[${address}](https://example.com/)`,
      `[https://example.com/](${address})`,
    ]) {
      texts.add(text);
    }
  }
  plain.forEach((text, index) => {
    texts.add(text);
    const disguise = DISGUISES[index % DISGUISES.length];
    if (disguise) texts.add(disguise(text));
  });
  for (const mark of MARKS)
    for (const disguise of DISGUISES) texts.add(disguise(mark.replaceAll('CALL', CALL).replaceAll('S{', '$\u007b')));
  for (const character of CHARACTERS) {
    for (const place of [
      character,
      `${character} after`,
      `before ${character}`,
      `https://example.com/${character}`,
      `[${character}](https://example.com/)`,
    ]) {
      texts.add(place);
    }
  }
  return [...texts].filter((text) => text.trim() !== '');
}

/** Hostile where a name, of a person, a room or a file, is shown. */
export const hostileNames: string[] = [
  '<img src=x onerror=pwned()>',
  '"><script>pwned()</script>',
  '\u202eada ecalevoL',
  '\u2067\u202e\u2066',
  'A\u200bd\u200ba',
  'Z\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(8),
  'x'.repeat(60),
  '\ufdfd'.repeat(30),
  '{{constructor.constructor("pwned()")()}}',
  '[Ada](javascript:pwned())',
  'Ada\n\n\nLovelace',
  'javascript:pwned()//\u202egnp.exe',
];
