type Pairs = readonly (readonly [name: string, value: string])[];

/** The lines that set a widget up like this: the script, the tag, and a rule of CSS where there is something to say. */
export function snippetOf(script: string, attributes: Pairs, properties: Pairs): string {
  const tag = [['site', 'demo'] as const, ...attributes]
    .map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`))
    .join('');
  const lines = [`<script type="module" src="${escaped(script)}"></script>`, `<chat-widget${tag}></chat-widget>`];
  if (properties.length > 0) {
    const rules = properties.map(([name, value]) => `  ${name}: ${value};`);
    lines.push('', '/* in your style sheet */', 'chat-widget {', ...rules, '}');
  }
  return lines.join('\n');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
