import type { Message } from '@porchlight/protocol';
import type { Evidence } from '../../src/check/evidence.js';

export const CONVERSATION = 'conversation';

/** A stored message; `text` names it, and its author is `anna` unless said otherwise. */
export function message(seq: number, text: string, change: Partial<Message> = {}): Message {
  return {
    id: `id of ${text}`,
    conversationId: CONVERSATION,
    clientId: `client id of ${text}`,
    seq,
    author: { kind: 'visitor', id: 'anna', name: 'Anna' },
    audience: 'everyone',
    text,
    attachments: [],
    createdAt: '2026-01-01T12:00:00.000Z',
    ...change,
  };
}

/** What a run finds out in which these messages were typed, acknowledged, stored and seen by Anna, and all was well. */
export function goodEvidence(...messages: Message[]): Evidence {
  return {
    typed: messages.map(({ author, text }) => ({ author: author.id, text })),
    acknowledged: messages.map(({ id, text, createdAt }) => ({ id, text, createdAt })),
    stored: new Map([[CONVERSATION, messages]]),
    views: [
      {
        reader: 'Anna',
        kind: 'visitor',
        conversation: CONVERSATION,
        messages: messages.filter(({ audience }) => audience === 'everyone'),
      },
    ],
    sightings: [],
    leaks: [],
    undone: [],
  };
}
