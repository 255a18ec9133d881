import type { SiteSnippet } from '@porchlight/protocol';
import type { WidgetEntry } from '../http/widget-entry.js';
import { html } from '../reference/html.js';

/** What a site owner pastes. */
export function toSnippet(origin: string, site: string, { path, integrity }: WidgetEntry): SiteSnippet {
  const tag = html`<chat-widget site="${site}"></chat-widget>`;
  const src = origin + path;
  return {
    html: html`<script type="module" src="${origin}/widget.js"></script>\n${tag}`.markup,
    pinned: {
      src,
      integrity,
      html: html`<script type="module" src="${src}" integrity="${integrity}" crossorigin></script>\n${tag}`.markup,
    },
  };
}
