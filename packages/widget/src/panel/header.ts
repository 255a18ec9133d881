import { avatar, icons } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Strings } from '../locales/strings.js';

export interface Header {
  title: string;
  strings: Strings;
  /** Whether somebody is there to answer; undefined where that means nothing. */
  available: boolean | undefined;
  replyTime: string | undefined;
  /** In a room: how many are here, and the way to who they are. */
  members: TemplateResult | typeof nothing;
  /** In a room: the visitor's own name, and how to change it. */
  name: string | undefined;
  onRename(): void;
  /** Leads to the list of conversations; absent where there is none. */
  onBack: (() => void) | undefined;
  /** Whether something is unread in another conversation. */
  unreadElsewhere: boolean;
  menuOpen: boolean;
  onMenu(event: Event): void;
  /** Absent where the panel is a part of the page. */
  onClose: (() => void) | undefined;
}

export function header(options: Header): TemplateResult {
  const { title, strings, available, replyTime, name, onRename, onBack, onMenu, onClose } = options;
  return html`<header part="header" role="none">
    ${
      onBack
        ? html`<button
            class="button quiet icon back ${options.unreadElsewhere ? 'unread' : ''}"
            aria-label=${strings.conversations}
            title=${strings.conversations}
            @click=${onBack}
          >${icons.arrowLeft}</button>`
        : nothing
    }
    <div class="who">
      ${title ? html`<h2 title=${title}><bdi>${title}</bdi></h2>` : nothing}
      ${available === undefined ? options.members : presence(strings, available, replyTime)}
    </div>
    <slot name="header"></slot>
    ${
      name === undefined
        ? nothing
        : html`<button class="me" @click=${onRename}>
            ${avatar({ name })}<bdi aria-hidden="true">${name}</bdi>${icons.pencil}
            <span class="visually-hidden">${strings.room.changeName(name)}</span>
          </button>`
    }
    <button
      class="button quiet icon"
      data-pop-up
      aria-label=${strings.menu}
      title=${strings.menu}
      aria-haspopup="menu"
      aria-expanded=${options.menuOpen}
      @click=${onMenu}
    >${icons.more}</button>
    ${
      onClose
        ? html`<button class="button quiet icon" aria-label=${strings.close} title=${strings.close} @click=${onClose}>
            ${icons.close}
          </button>`
        : nothing
    }
  </header>`;
}

function presence(strings: Strings, available: boolean, replyTime: string | undefined): TemplateResult {
  return html`<p class="presence ${available ? 'here' : ''}">
    <span class="dot"></span>${available ? strings.here : strings.away}${replyTime ? html` · <bdi>${replyTime}</bdi>` : nothing}
  </p>`;
}
