import type { Conversation } from '@porchlight/protocol';
import { plainText } from '@porchlight/ui';
import { deviceLocale } from './time.js';

/** A line in the list holds far less; parsing more of a long text would be work for nothing. */
const PREVIEW_LENGTH = 300;

/** What a conversation is called: its visitor's name, or its room's. */
export function nameOf({ kind, subject, room, visitor }: Conversation): string {
  if (kind === 'room') return subject ?? room ?? 'Room';
  return visitor?.name ?? 'Visitor';
}

/** The last message on one line, and whose it is where that is not plain. */
export function lastLineOf({ kind, lastMessage }: Conversation, me: string): string {
  if (!lastMessage) return 'No messages yet';
  const { author, audience, deletedAt, attachments } = lastMessage;
  const text = deletedAt
    ? 'Message deleted'
    : plainText(lastMessage.text.slice(0, PREVIEW_LENGTH)) || (attachments.length > 0 ? 'Sent a file' : '');
  if (audience === 'agents') return `Note: ${text}`;
  if (author.kind === 'agent' && author.id === me) return `You: ${text}`;
  return kind === 'room' || author.kind !== 'visitor' ? `${author.name}: ${text}` : text;
}

export const statusWords: Record<Conversation['status'], string> = {
  open: 'Open',
  snoozed: 'Snoozed',
  closed: 'Closed',
};

/** A language tag as a person would say it: `pt-PT` is European Portuguese. */
export function languageOf(locale: string | undefined): string | undefined {
  if (!locale) return undefined;
  try {
    return new Intl.DisplayNames(deviceLocale, { type: 'language' }).of(locale);
  } catch {
    return locale;
  }
}

/** An address that a visitor says it was on, if one may follow it, and what to show of it. */
export function pageOf(page: string | undefined): { href: string; text: string } | undefined {
  if (!page || !URL.canParse(page)) return undefined;
  const { protocol, host, pathname, href, username, password } = new URL(page);
  if (!['https:', 'http:'].includes(protocol) || username || password) return undefined;
  return { href, text: `${host}${pathname === '/' ? '' : pathname}` };
}
