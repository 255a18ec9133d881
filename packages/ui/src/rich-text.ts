import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Block, Inline } from './markdown.js';
import { parseMarkdown } from './markdown.js';

/** A message's text as templates. Nothing of it is ever parsed as HTML. Styled by `rich-text.styles.ts`. */
export function richText(text: string): TemplateResult {
  return html`<div class="rich-text" dir="auto">${parseMarkdown(text).map(block)}</div>`;
}

function block(item: Block): TemplateResult {
  switch (item.kind) {
    case 'paragraph':
      return html`<p>${item.children.map(inline)}</p>`;
    case 'code':
      return html`<pre tabindex="0"><code>${item.text}</code></pre>`;
    case 'list': {
      const rows = item.items.map((row) => html`<li>${row.map(inline)}</li>`);
      return item.ordered ? html`<ol start=${item.start}>${rows}</ol>` : html`<ul>${rows}</ul>`;
    }
  }
}

function inline(item: Inline): TemplateResult | string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'code':
      return html`<code>${item.text}</code>`;
    case 'emphasis':
      return html`<em>${item.children.map(inline)}</em>`;
    case 'strong':
      return html`<strong>${item.children.map(inline)}</strong>`;
    case 'link':
      return html`<a href=${item.href} target="_blank" rel="noopener noreferrer nofollow ugc">${item.children.map(inline)}</a>`;
  }
}
