import type { ChatClient } from '@porchlight/client';
import type { Conversation, Visitor } from '@porchlight/protocol';
import { avatar, avatarStyles, base, controls, icons } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { browserName } from './browser-name.js';
import { CommandEvent } from './command-event.js';
import { languageOf, nameOf, pageOf, statusWords } from './conversation-words.js';
import { dateTime, timeIn } from './time.js';
import { styles } from './visitor-details.styles.js';
import './earlier-conversations.js';
import './room-members.js';
import './tag-editor.js';
import './tip.js';
import './visitor-activity.js';
import './visitor-block.js';

/** Who one is talking to, and the facts of the conversation. */
export class VisitorDetails extends LitElement {
  static override styles = [base, controls, avatarStyles, styles];
  static override properties = {
    client: { attribute: false },
    conversation: { attribute: false },
    visitor: { attribute: false },
    revision: { attribute: false },
  };

  declare client: ChatClient;
  declare conversation: Conversation | undefined;
  /** More about the visitor, once it is known. */
  declare visitor: Visitor | undefined;
  /** Of a room: another one when its lists may be others. */
  declare revision: number;

  /** Puts the cursor where a tag is added. */
  tag(): void {
    this.renderRoot.querySelector('tag-editor')?.focus();
  }

  override render() {
    const { conversation } = this;
    if (!conversation) return nothing;
    return html`
      <div class="header">
        <h2>Details</h2>
        <inbox-tip class="close" command="details" label="Hide details">
          <button
            class="button quiet icon small"
            aria-label="Hide details"
            aria-keyshortcuts="i"
            @click=${() => this.dispatchEvent(new CommandEvent('details'))}
          >
            ${icons.close}
          </button>
        </inbox-tip>
      </div>
      <div class="scroll" tabindex="0">
        ${conversation.kind === 'support' ? this.#person(conversation) : facts(conversation)}
        <tag-editor .client=${this.client} .conversation=${conversation}></tag-editor>
        ${conversation.kind === 'support' ? this.#more(conversation) : this.#members(conversation)}
      </div>
    `;
  }

  #members({ id }: Conversation) {
    return html`<room-members .client=${this.client} room=${id} .revision=${this.revision}></room-members>`;
  }

  #person(conversation: Conversation) {
    const { visitor } = this;
    const page = pageOf(visitor?.page);
    return html`
      <section aria-label="Visitor">
        <div class="person">
          ${avatar({ name: nameOf(conversation) })}
          <p class="name" dir="auto">${nameOf(conversation)}</p>
          ${visitor ? verification(visitor) : nothing}
          ${visitor?.named === false ? html`<p class="hint">Has not given a name</p>` : nothing}
        </div>
        <dl>
          ${fact('Email', visitor?.email && html`<a href="mailto:${encodeURIComponent(visitor.email)}">${visitor.email}</a>`)}
          ${fact('Local time', localTime(visitor?.timeZone))}
          ${fact('Language', languageOf(visitor?.locale))}
          ${fact('Browser', browser(visitor?.userAgent))}
          ${fact('Page', link(page))}
          ${fact('Came from', link(pageOf(visitor?.referrer)))}
          ${fact('Id', visitor?.externalId && html`<bdi>${visitor.externalId}</bdi>`)}
          ${fact('First seen', visitor && dateTime(visitor.createdAt))}
        </dl>
      </section>
    `;
  }

  /** What one looks up now and then; what one seldom does comes last. */
  #more(conversation: Conversation) {
    const { client, visitor } = this;
    if (!visitor) return facts(conversation);
    return html`
      ${attributes(visitor)}
      <visitor-activity .visitor=${visitor} .client=${client}></visitor-activity>
      <earlier-conversations .client=${client} .visitor=${visitor.id} .current=${conversation.id}></earlier-conversations>
      ${facts(conversation)}
      <visitor-block .client=${client} .visitor=${visitor}></visitor-block>
    `;
  }
}

/** Somewhere on the web, as the visitor's browser has said. */
function link(page: ReturnType<typeof pageOf>) {
  return (
    page &&
    html`<a href=${page.href} title=${page.href} target="_blank" rel="noopener noreferrer nofollow">${page.text}</a>`
  );
}

/** What time it is where the visitor is. */
function localTime(timeZone: string | undefined) {
  const time = timeIn(timeZone, new Date());
  return time && html`<span title=${timeZone ?? ''}>${time}</span>`;
}

function browser(userAgent: string | undefined) {
  const name = browserName(userAgent);
  return name && html`<span title=${userAgent ?? ''}>${name}</span>`;
}

/** Whether the site has signed who this is. */
function verification({ verified }: Visitor) {
  return verified
    ? html`<p class="mark verified" title="The site has signed who this is: the id and the e-mail address are true">
        ${icons.check} Verified by the site
      </p>`
    : html`<p class="mark" title="What is said here of the visitor is what the visitor, or the page, has said">Not verified</p>`;
}

/** What the site says of the visitor. */
function attributes(visitor: Visitor | undefined) {
  const entries = Object.entries(visitor?.attributes ?? {});
  if (entries.length === 0) return nothing;
  return html`
    <section>
      <h3>Attributes</h3>
      <dl>${entries.map(([name, value]) => fact(name, String(value)))}</dl>
    </section>
  `;
}

function facts(conversation: Conversation) {
  const { kind, room, site, lastSeq, createdAt, lastMessage, assignee } = conversation;
  return html`
    <section>
      <h3>${kind === 'room' ? 'Room' : 'Conversation'}</h3>
      <dl>
        ${kind === 'room' ? fact('Key', room) : fact('Status', statusWords[conversation.status])}
        ${fact('Site', site)} ${fact('Assigned to', assignee?.name)} ${fact('Messages', String(lastSeq))}
        ${fact('Started', dateTime(createdAt))} ${fact('Latest', lastMessage && dateTime(lastMessage.createdAt))}
      </dl>
    </section>
  `;
}

/** A line of facts; what is not known is left out. */
function fact(term: string, value: string | TemplateResult | undefined) {
  return value ? html`<div><dt dir="auto">${term}</dt><dd dir="auto">${value}</dd></div>` : nothing;
}

customElements.define('visitor-details', VisitorDetails);

declare global {
  interface HTMLElementTagNameMap {
    'visitor-details': VisitorDetails;
  }
}
