import type { ChatEvent, RouteName } from '@porchlight/protocol';

/**
 * Whether what came is what it should be, as far as the state and the views rely on it. The schemas of the protocol say
 * more, and would weigh more than all the rest of a widget.
 */
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const time: Check = (value) => text(value) && !Number.isNaN(Date.parse(value as string));
const number: Check = (value) => typeof value === 'number';
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const has =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const thing = has({});
const named = has({ id: text, name: text });
const author = has({ kind: text, id: text, name: text });
const message = has({
  id: text,
  conversationId: text,
  seq: number,
  author,
  text,
  attachments: list(has({ id: text, name: text, url: text })),
  createdAt: time,
});
const conversation = has({
  id: text,
  status: text,
  lastSeq: number,
  unread: number,
  updatedAt: text,
  lastMessage: maybe(message),
});
const receipt = has({
  conversationId: text,
  principal: thing,
  delivered: number,
  read: number,
});

const replies: Partial<Record<RouteName, Check>> = {
  getSite: has({
    texts: thing,
    theme: has({ hue: number }),
    rooms: list(has({ key: text, name: text })),
    limits: has({ text: number, name: number }),
    availability: thing,
  }),
  createVisitor: has({ token: text, visitor: named, cursor: text }),
  updateMe: named,
  listConversations: has({ items: list(conversation) }),
  getConversation: conversation,
  createConversation: conversation,
  listMessages: has({ items: list(message), receipts: maybe(list(receipt)) }),
  createMessage: message,
  pollEvents: has({ events: list(thing), cursor: text }),
};

const events: Record<ChatEvent['type'], Check> = {
  'message.created': message,
  'message.updated': message,
  'message.delta': has({ messageId: text, offset: number, text }),
  'conversation.created': conversation,
  'conversation.updated': conversation,
  'receipt.updated': receipt,
  'visitor.updated': named,
  'membership.updated': thing,
  'workspace.updated': has({ what: text }),
  'room.presence': thing,
  'agents.presence': has({ online: list(text), away: list(text) }),
  typing: has({ author, until: text }),
  viewing: has({ author, until: text }),
  presence: thing,
};

export function isReply(name: RouteName, body: unknown): boolean {
  return replies[name]?.(body) ?? true;
}

/** Whether `event` is one that this version knows and can take in. */
export function isEvent(event: unknown): event is ChatEvent {
  const { type = '', data } = (event ?? {}) as Partial<ChatEvent>;
  return Object.hasOwn(events, type) && events[type as ChatEvent['type']](data);
}
