import type { Message } from '@porchlight/protocol';
import type { Sighting } from './evidence.js';

/**
 * What is wrong with a timeline, given how it was a moment before: messages are in the order of `seq`, each once, and what
 * was there stays, unless it is older than all that is loaded.
 */
export function compareTimelines(before: readonly Message[], after: readonly Message[]): Sighting[] {
  let same = 0;
  while (same < before.length && after[same]?.id === before[same]?.id) same++;
  return [...vanished(before.slice(same), after), ...disorder(after, same)];
}

/** Messages that are shown as stored and as under way at once. */
export function shownTwice(messages: readonly Message[], outgoing: readonly { clientId: string }[]): Sighting[] {
  if (outgoing.length === 0) return [];
  const sending = new Set(outgoing.map(({ clientId }) => clientId));
  return messages
    .filter(({ clientId }) => sending.has(clientId))
    .map((message) => ({ kind: 'doubled', messages: [message] }));
}

function vanished(gone: readonly Message[], after: readonly Message[]): Sighting[] {
  const first = after[0];
  if (gone.length === 0) return [];
  const there = new Set(after.map(({ id }) => id));
  return gone
    .filter(({ id, seq }) => !there.has(id) && (!first || seq >= first.seq))
    .map((message) => ({ kind: 'vanished', messages: [message] }));
}

function disorder(messages: readonly Message[], from: number): Sighting[] {
  const found: Sighting[] = [];
  for (let index = Math.max(from, 1); index < messages.length; index++) {
    const [before, message] = [messages[index - 1] as Message, messages[index] as Message];
    if (message.seq > before.seq) continue;
    found.push({ kind: message.seq === before.seq ? 'doubled' : 'reordered', messages: [before, message] });
  }
  return found;
}
