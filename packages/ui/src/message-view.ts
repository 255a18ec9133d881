import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import { avatar, toneOf } from './avatar.js';
import type { FileStrings } from './file-words.js';
import * as icons from './icons.js';
import type { DeliveryStatus, MessageRow, OutgoingView, Row } from './message-rows.js';
import { richText } from './rich-text.js';
import type { MessageListStrings } from './strings.js';
import { formatDay, formatFull, formatTime } from './time.js';

/** What a message that answers another shows of that one. */
export interface Quoted {
  name: string;
  text: string;
}

export interface RowContext {
  strings: MessageListStrings;
  locale: string;
  /** The address of the API, which the links of files are below. */
  origin: string;
  fileStrings: FileStrings | undefined;
  /** What is known of the message `id`; undefined for nothing. */
  quoted(id: string): Quoted | undefined;
  onQuote(id: string): void;
  onRetry(clientId: string): void;
  onDiscard(clientId: string): void;
}

const STATUS_ICONS: Record<DeliveryStatus, TemplateResult> = {
  sending: icons.clock,
  sent: icons.check,
  delivered: icons.checks,
  read: icons.checks,
  failed: icons.alert,
};

/** One row. What it is made of is the same for most of the rows whenever the list moves on, and then nothing is done. */
export function rowView(row: Row, context: RowContext): TemplateResult | DirectiveResult {
  const { strings, locale, origin, fileStrings } = context;
  switch (row.kind) {
    case 'day':
      // No place to hold on to: it moves up when older messages of its day come.
      return html`<div class="day"><span>${formatDay(row.date, locale)}</span></div>`;
    case 'new':
      return html`<div class="new-line" data-row><span>${strings.newMessages}</span></div>`;
    case 'message': {
      if (row.message?.author.kind === 'system') return html`<div class="system" data-row dir="auto">${row.text}</div>`;
      const { message, outgoing, text, deleted, edited, first, last, status, showStatus, replyTo } = row;
      const quoted = replyTo && !deleted ? (context.quoted(replyTo) ?? { name: '', text: strings.earlier }) : undefined;
      return guard(
        [
          ...[message, outgoing, text, deleted, edited, first, last, status, showStatus, quoted?.name, quoted?.text],
          ...[strings, locale, origin, fileStrings],
        ],
        () => messageView(row, quoted, context),
      );
    }
  }
}

function messageView(row: MessageRow, quoted: Quoted | undefined, context: RowContext): TemplateResult {
  const { own, first, last, message } = row;
  const author = message?.author;
  const note = row.audience === 'agents';
  const side = own ? 'own' : `other tone-${toneOf(author?.name ?? '')}`;
  const state = `${first ? 'first' : ''} ${last ? 'last' : ''} ${note ? 'note' : ''} ${row.status ?? ''}`;
  const name = own ? context.strings.you : (author?.name ?? '');
  const headed = first && (!own || note);
  return html`<div class="message ${side} ${state}" part="message" data-row data-id=${message?.id ?? nothing}>
    ${author && !own && last ? avatar(author) : nothing}
    <div class=${headed ? 'name' : 'visually-hidden'}>
      ${own && headed ? icons.lock : nothing}
      <bdi>${own && headed ? context.strings.note : note ? `${name} · ${context.strings.note}` : name}</bdi>
    </div>
    ${attachmentsView(row, context)} ${bubbleView(row, quoted, context)} ${metaView(row, context)}
  </div>`;
}

/** A message may be its files alone. */
function bubbleView(
  { attachments, date, deleted, replyTo, text }: MessageRow,
  quoted: Quoted | undefined,
  context: RowContext,
): TemplateResult | typeof nothing {
  if (attachments.length > 0 && !text.trim() && !replyTo) return nothing;
  // Said only to who points at it: to format a date in full takes longer than all the rest of a row.
  const onPoint = ({ currentTarget }: Event) => {
    (currentTarget as HTMLElement).title = formatFull(date, context.locale);
  };
  return html`<div class="bubble" part="bubble" @pointerenter=${onPoint}>
      ${replyTo && quoted ? quoteView(replyTo, quoted, context) : nothing}
      ${deleted ? html`<em class="gone">${context.strings.deleted}</em>` : guard([text], () => richText(text))}
    </div>`;
}

function attachmentsView({ attachments }: MessageRow, context: RowContext): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  // Fetched with the first file that there is to show.
  import('./attachments.js').then(
    ({ defineAttachments }) => defineAttachments(),
    () => {},
  );
  return html`<chat-attachments
    .files=${attachments}
    .origin=${context.origin}
    .strings=${context.fileStrings}
    .locale=${context.locale}
  ></chat-attachments>`;
}

function quoteView(id: string, { name, text }: Quoted, { onQuote }: RowContext): TemplateResult {
  return html`<button class="quote" @click=${() => onQuote(id)}>
    ${name ? html`<bdi>${name}</bdi>` : nothing}<span dir="auto">${text}</span>
  </button>`;
}

function metaView(row: MessageRow, context: RowContext): TemplateResult | typeof nothing {
  const { last, status, showStatus, edited, outgoing } = row;
  const { strings, locale } = context;
  if (status === 'failed' && outgoing) return failureView(outgoing, context);
  if (!last && !showStatus && !edited) return nothing;
  return html`<div class="meta">
    ${edited ? html`<span>${strings.edited}</span>` : nothing}
    ${last ? html`<time datetime=${row.date.toISOString()}>${formatTime(row.date, locale)}</time>` : nothing}
    ${
      showStatus && status
        ? html`<span class="status ${status}">${STATUS_ICONS[status]}<span>${strings[status]}</span></span>`
        : nothing
    }
  </div>`;
}

function failureView({ clientId, failure }: OutgoingView, { strings, onRetry, onDiscard }: RowContext): TemplateResult {
  const reason = strings.failedBecause(failure?.code ?? '');
  return html`<div class="meta failure">
    <span class="status">${icons.alert}<span>${strings.failed}${reason ? `. ${reason}` : ''}</span></span>
    <span class="actions">
      <button class="button small" @click=${() => onRetry(clientId)}>${strings.retry}</button>
      <button class="button small quiet" @click=${() => onDiscard(clientId)}>${strings.discard}</button>
    </span>
  </div>`;
}
