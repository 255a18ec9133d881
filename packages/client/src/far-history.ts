import type { Message, MessagePage } from '@porchlight/protocol';
import type { Core } from './core.js';
import { ChatError } from './errors.js';
import type { History } from './history.js';
import { timelineOf } from './selectors.js';
import type { ChatState, Timeline } from './state.js';

/** Fetches the page after the last known message, where there is one. */
export async function loadNewer(core: Core, history: History, id: string): Promise<void> {
  const timeline = timelineOf(core.state, id);
  if (!timeline?.hasNewer || timeline.loading !== 'none') return;
  const after = lastSeqOf(timeline.messages);
  await history.load(id, 'newer', { after }, (now, page, state) => {
    if (lastSeqOf(now.messages) !== after) return { ...now, loading: 'none' };
    const messages = [...now.messages, ...page.items];
    return { ...now, messages, hasNewer: goesOn(id, messages, page, page.hasMore, state), loading: 'none' };
  });
}

/** Fetches the page around a message, unless it is there; false if there is no such message. */
export async function findMessage(core: Core, history: History, id: string, messageId: string): Promise<boolean> {
  const found = () => !!timelineOf(core.state, id)?.messages.some((message) => message.id === messageId);
  if (found()) return true;
  try {
    await history.load(id, 'older', { around: messageId }, (now, page, state) => withPageAround(id, now, page, state));
  } catch (error) {
    if (error instanceof ChatError && error.code === 'not_found') return false;
    throw error;
  }
  return found();
}

/** What lies apart from the page gives way to it, so that `messages` has no hole. */
function withPageAround(id: string, timeline: Timeline, page: MessagePage, state: ChatState): Timeline {
  const { items, hasMore } = page;
  const known = timeline.messages;
  const [first, last] = [firstSeqOf(known), lastSeqOf(known)];
  const apart = lastSeqOf(items) < first || firstSeqOf(items) > last;
  const messages = apart
    ? items
    : [...items.filter(({ seq }) => seq < first), ...known, ...items.filter(({ seq }) => seq > last)];
  return {
    ...timeline,
    opened: true,
    messages,
    hasOlder: firstSeqOf(messages) === firstSeqOf(items) ? hasMore : timeline.hasOlder,
    hasNewer:
      lastSeqOf(messages) === lastSeqOf(items) ? goesOn(id, messages, page, page.hasNewer, state) : timeline.hasNewer,
    loading: 'none',
  };
}

const firstSeqOf = (messages: readonly Message[]) => messages[0]?.seq ?? 0;
const lastSeqOf = (messages: readonly Message[]) => messages.at(-1)?.seq ?? 0;

/** Whether there is more after a page: also what has come while it was on its way, and is not in it. */
function goesOn(
  id: string,
  messages: readonly Message[],
  { items }: MessagePage,
  more: boolean | undefined,
  { conversations }: ChatState,
): boolean {
  return !!more || (items.length > 0 && (conversations.get(id)?.lastMessage?.seq ?? 0) > lastSeqOf(messages));
}
