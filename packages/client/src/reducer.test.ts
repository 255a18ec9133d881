import { describe, expect, test } from '@jest/globals';
import type {
  Agent,
  Author,
  ChatEvent,
  Conversation,
  DurableEvent,
  Mention,
  Message,
  Receipt,
  Visitor,
} from '@porchlight/protocol';
import fc from 'fast-check';
import { reduceForAgents } from './for-agents.js';
import type { Action } from './reducer.js';
import { reduce } from './reducer.js';
import { conversationOf, revisionOf, sortedConversations, timelineOf, unreadTotal } from './selectors.js';
import type { ChatState } from './state.js';
import { initialState } from './state.js';
import { withLatestPage, withOlderPage } from './timeline.js';

const at = (n: number) => new Date(Date.UTC(2026, 0, 31) + n * 1000).toISOString();
const visitor: Visitor = { id: 'v1', site: 'demo', name: 'Violet', named: true, verified: false, createdAt: at(0) };
const agent: Agent = {
  id: 'a1',
  email: 'ada@example.com',
  name: 'Ada',
  role: 'agent',
  disabled: false,
  teams: [],
  presence: 'online',
  twoFactor: false,
  version: 1,
  createdAt: at(0),
};
const violet: Author = { kind: 'visitor', id: 'v1', name: 'Violet' };
const ada: Author = { kind: 'agent', id: 'a1', name: 'Ada' };
const jo: Author = { kind: 'agent', id: 'a3', name: 'Jo' };

function messageOf(seq: number, author: Author = ada, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    conversationId: 'c1',
    clientId: `k${seq}`,
    seq,
    author,
    audience: 'everyone',
    text: `text ${seq}`,
    attachments: [],
    createdAt: at(seq),
    ...more,
  };
}

function conversationAt(updated: number, more: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    kind: 'support',
    site: 'demo',
    status: 'open',
    visitor: violet,
    lastSeq: 0,
    unread: 0,
    createdAt: at(0),
    updatedAt: at(updated),
    ...more,
  };
}

const run = (state: ChatState, ...actions: Action[]) => actions.reduce(state.agent ? reduceForAgents : reduce, state);
const event = (type: ChatEvent['type'], data: object, now = 0): Action => ({
  type: 'event',
  now,
  event: { type, at: at(0), conversationId: 'c1', data } as ChatEvent,
});
const asVisitor = run(initialState, { type: 'signedIn', visitor });
const asAgent = run(initialState, { type: 'signedIn', agent });
const opened = (state: ChatState, ...items: Message[]) =>
  run(state, { type: 'page', id: 'c1', take: withLatestPage, page: { items, hasMore: false } });

describe('any order, any number of times', () => {
  type Step =
    | { what: 'say'; who: Author }
    | { what: 'note'; names: string }
    | { what: 'edit' | 'delete'; which: number }
    | { what: 'read'; who: 'visitor' | 'agent'; upTo: number }
    | { what: 'change'; status: 'open' | 'closed' };

  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ what: fc.constant('say' as const), who: fc.constantFrom(violet, ada) }) },
    fc.record({ what: fc.constant('note' as const), names: fc.constantFrom('a1', 'a2') }),
    fc.record({ what: fc.constantFrom('edit' as const, 'delete' as const), which: fc.nat(20) }),
    fc.record({
      what: fc.constant('read' as const),
      who: fc.constantFrom('visitor' as const, 'agent' as const),
      upTo: fc.nat(20),
    }),
    fc.record({ what: fc.constant('change' as const), status: fc.constantFrom('open' as const, 'closed' as const) }),
  );

  /** The latest note that names each agent; the receipts are those of `a1`. */
  function named(messages: Message[], read: number): Mention[] | undefined {
    const latest = ['a1', 'a2'].flatMap((agentId) => {
      const note = messages.findLast(({ mentions }) => mentions?.includes(agentId));
      // Who writes has read what was there.
      const own = messages.findLast(({ author }) => author.id === agentId)?.seq ?? 0;
      const upTo = agentId === 'a1' ? Math.max(read, own) : own;
      return note ? [{ agentId, seq: note.seq, unread: note.seq > upTo }] : [];
    });
    return latest.length > 0 ? latest.sort((a, b) => a.seq - b.seq) : undefined;
  }

  /** What a server does: the events it tells, the conversation as its list shows it after each, and the end. */
  function live(steps: Step[], reader: 'visitor' | 'agent') {
    const messages: Message[] = [];
    const read = { visitor: 0, agent: 0 };
    const agents = reader === 'agent';
    let waits: string | undefined;
    const other = reader === 'visitor' ? ada : violet;
    let conversation = conversationAt(0);
    const events: DurableEvent[] = [];
    const views: Conversation[] = [conversation];
    const tell = (type: DurableEvent['type'], data: object) => {
      events.push({
        type,
        at: at(events.length),
        conversationId: 'c1',
        position: events.length + 1,
        data,
      } as DurableEvent);
    };
    steps.forEach((step, index) => {
      const time = at(index + 1);
      let unnamed = false;
      if (step.what === 'say') {
        const message = messageOf(messages.length + 1, step.who);
        waits = step.who === violet ? (waits ?? message.createdAt) : undefined;
        messages.push(message);
        tell('message.created', message);
      } else if (step.what === 'note') {
        if (!agents) return;
        messages.push(messageOf(messages.length + 1, jo, { audience: 'agents', mentions: [step.names] }));
        tell('message.created', messages.at(-1) as Message);
      } else if (step.what === 'read') {
        read[step.who] = Math.max(read[step.who], Math.min(step.upTo, messages.length));
        const principal = { kind: step.who, id: step.who === 'agent' ? 'a1' : 'v1' };
        tell('receipt.updated', {
          conversationId: 'c1',
          principal,
          delivered: read[step.who],
          read: read[step.who],
        } as Receipt);
      } else if (step.what === 'change') {
        conversation = { ...conversation, status: step.status, updatedAt: time };
        if (step.status === 'closed') waits = undefined;
      } else {
        const place = messages.findIndex(({ seq, deletedAt }) => seq === step.which && !deletedAt);
        const message = messages[place];
        if (!message) return;
        messages[place] = {
          ...message,
          ...(step.what === 'edit'
            ? { text: time, editedAt: time }
            : { text: '', mentions: undefined, deletedAt: time }),
        };
        tell('message.updated', messages[place]);
        unnamed = step.what === 'delete' && message.mentions !== undefined;
        if (unnamed) conversation = { ...conversation, updatedAt: time };
      }
      conversation = {
        ...conversation,
        lastSeq: messages.length,
        lastMessage: messages.at(-1),
        unread: messages.filter(({ seq, author, deletedAt }) => seq > read[reader] && author === other && !deletedAt)
          .length,
        ...(agents && { waitingSince: waits, mentions: named(messages, read.agent) }),
      };
      if (step.what === 'change' || unnamed) tell('conversation.updated', conversation);
      views.push(conversation);
    });
    return { events, views, messages, conversation };
  }

  /** `actions` shuffled, with repetitions, each at least once. */
  const shuffled = <Item>(items: Item[], keys: number[]) =>
    [...items, ...items.filter((_, index) => (keys[index] ?? 0) % 3 === 0)]
      .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0, index }))
      .sort((a, b) => a.key - b.key || a.index - b.index)
      .map(({ item }) => item);

  test.each(['visitor', 'agent'] as const)('a %s ends with what the server has', (reader) => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat(1000), { minLength: 40, maxLength: 60 }),
        fc.nat(25),
        (steps, keys, fetched) => {
          const { events, views, messages, conversation } = live(steps, reader);
          const before = run(reader === 'visitor' ? asVisitor : asAgent, {
            type: 'listed',
            items: [conversationAt(0)],
            hasMore: false,
          });
          const actions: Action[] = [
            ...events.map((told): Action => ({ type: 'event', event: told, now: 0 })),
            { type: 'conversation', conversation: views[fetched % views.length] as Conversation },
          ];
          const after = run(opened(before), ...shuffled(actions, keys));
          expect(timelineOf(after, 'c1')?.messages).toEqual(messages);
          const { unread, ...rest } = conversationOf(after, 'c1') as Conversation;
          expect(rest).toEqual({ ...conversation, unread: undefined });
          // A count that was fetched before a message was taken back, and comes after, is one too high.
          if (steps.some(({ what }) => what === 'delete')) expect(unread).toBeGreaterThanOrEqual(conversation.unread);
          else expect(unread).toBe(conversation.unread);

          // Not opened: the same, but the number is a bound after partial reads.
          const aside = run(before, ...shuffled(actions, keys));
          const inOrder = run(before, ...actions);
          expect(aside.conversations).toEqual(inOrder.conversations);
          expect(conversationOf(aside, 'c1')?.unread).toBeGreaterThanOrEqual(conversation.unread);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('unread', () => {
  const listed = (unread: number, lastSeq: number, state = asVisitor) =>
    run(state, { type: 'listed', items: [conversationAt(1, { unread, lastSeq })], hasMore: false });

  test('counts what others say, not what we say', () => {
    const after = run(
      listed(2, 5),
      event('message.created', messageOf(6)),
      event('message.created', messageOf(7, violet)),
      event('message.created', messageOf(8, { kind: 'bot', id: 'b', name: 'Bot' })),
    );
    expect(unreadTotal(after)).toBe(4);
    expect(unreadTotal(run(after, event('message.updated', messageOf(8, ada, { deletedAt: at(9) }))))).toBe(3);
  });

  test('an own receipt clears it, whoever of our side it comes from; that of the other side does not', () => {
    const receipt = (kind: string, id: string, read: number): Action =>
      event('receipt.updated', { conversationId: 'c1', principal: { kind, id }, delivered: read, read });
    expect(unreadTotal(run(listed(2, 5), receipt('agent', 'a1', 5)))).toBe(2);
    expect(unreadTotal(run(listed(2, 5), receipt('visitor', 'v1', 5)))).toBe(0);
    expect(unreadTotal(run(listed(2, 5), receipt('visitor', 'v1', 4)))).toBe(1);
    expect(unreadTotal(run(listed(2, 5, asAgent), receipt('agent', 'a2', 5)))).toBe(0);
  });

  test('a count that was fetched before our receipt does not come back', () => {
    const own = event('receipt.updated', {
      conversationId: 'c1',
      principal: { kind: 'visitor', id: 'v1' },
      delivered: 5,
      read: 5,
    });
    const stale: Action = { type: 'conversation', conversation: conversationAt(1, { unread: 2, lastSeq: 5 }) };
    expect(unreadTotal(run(listed(2, 5), own, stale))).toBe(0);
  });

  test('events of a room say nothing about it', () => {
    const room = conversationAt(1, { kind: 'room', room: 'lobby', visitor: undefined, unread: 3, lastSeq: 9 });
    const after = run(
      asVisitor,
      { type: 'listed', items: [room], hasMore: false },
      event('conversation.updated', { ...room, unread: 0, lastSeq: 10, updatedAt: at(2) }),
      event('message.created', messageOf(10)),
    );
    expect(unreadTotal(after)).toBe(4);
  });

  test('never says more than 99', () => {
    expect(unreadTotal(run(listed(99, 500), event('message.created', messageOf(501))))).toBe(99);
  });
});

describe('what agents see', () => {
  const now = (state: ChatState) => conversationOf(state, 'c1');
  const listed = run(asAgent, { type: 'listed', items: [conversationAt(0)], hasMore: false });
  const note = (seq: number, names: string[]) => messageOf(seq, jo, { audience: 'agents', mentions: names });
  const created = (message: Message) => event('message.created', message);

  test('since when one waits follows who spoke last: the first that has no answer, and notes answer nothing', () => {
    let state = run(listed, created(messageOf(1, violet)), created(messageOf(2, violet)), created(note(3, [])));
    expect(now(state)?.waitingSince).toBe(at(1));
    state = run(state, created(messageOf(4, ada)));
    expect(now(state)?.waitingSince).toBeUndefined();
    state = run(state, created(messageOf(5, violet)));
    expect(now(state)?.waitingSince).toBe(at(5));
    state = run(state, event('conversation.updated', conversationAt(6, { status: 'closed', lastSeq: 5 })));
    expect(now(state)?.waitingSince).toBeUndefined();
  });

  test('whom a note names is told by the note, until that agent has read it, and by no other reader', () => {
    const receipt = (id: string): Action =>
      event('receipt.updated', { conversationId: 'c1', principal: { kind: 'agent', id }, delivered: 1, read: 1 });
    const named = run(listed, created(note(1, ['a1'])));
    expect(now(named)?.mentions).toEqual([{ agentId: 'a1', seq: 1, unread: true }]);
    expect(now(run(named, receipt('a2')))?.mentions).toEqual([{ agentId: 'a1', seq: 1, unread: true }]);
    expect(now(run(named, receipt('a1')))?.mentions).toEqual([{ agentId: 'a1', seq: 1, unread: false }]);
  });

  test('a visitor has none of it', () => {
    const state = run(
      asVisitor,
      { type: 'listed', items: [conversationAt(0)], hasMore: false },
      created(messageOf(1, violet)),
    );
    expect(now(state)).not.toHaveProperty('waitingSince');
  });
});

describe('timelines', () => {
  test('one that nobody has opened keeps only the last message', () => {
    const after = run(
      asVisitor,
      { type: 'listed', items: [conversationAt(0)], hasMore: false },
      event('message.created', messageOf(1)),
    );
    expect(timelineOf(after, 'c1')).toBeUndefined();
    expect(conversationOf(after, 'c1')).toMatchObject({ lastSeq: 1, lastMessage: { text: 'text 1' } });
  });

  test('what arrives while the latest page is fetched is joined to it', () => {
    const after = run(
      asVisitor,
      { type: 'loading', id: 'c1', loading: 'latest' },
      event('message.created', messageOf(4)),
      { type: 'page', id: 'c1', take: withLatestPage, page: { items: [messageOf(2), messageOf(3)], hasMore: true } },
      event('message.updated', messageOf(1, ada, { editedAt: at(9) })),
      { type: 'page', id: 'c1', take: withOlderPage, page: { items: [messageOf(1)], hasMore: false } },
    );
    expect(timelineOf(after, 'c1')).toMatchObject({ loading: 'none', hasOlder: false, opened: true });
    expect(timelineOf(after, 'c1')?.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test('a message leaves `outgoing` when it arrives, by whatever way', () => {
    const sending: Action = {
      type: 'outgoing',
      key: 'c1',
      message: { clientId: 'k1', text: 'text 1', createdAt: at(1), status: 'sending' },
    };
    const before = run(opened(asVisitor), sending, {
      ...sending,
      message: { ...sending.message, clientId: 'k2', text: 'text 2' },
    } as Action);
    expect(timelineOf(before, 'c1')?.outgoing).toHaveLength(2);
    for (const after of [
      run(before, event('message.created', messageOf(1, violet))),
      run(before, { type: 'message', message: messageOf(1, violet) }),
      opened(before, messageOf(1, violet)),
    ]) {
      expect(timelineOf(after, 'c1')?.outgoing.map(({ clientId }) => clientId)).toEqual(['k2']);
      expect(timelineOf(after, 'c1')?.messages).toHaveLength(1);
    }
  });

  test('a conversation begun here moves to its id, whether the answer or the event comes first', () => {
    const before = run(asVisitor, {
      type: 'outgoing',
      key: 'draft',
      message: { clientId: 'k1', text: 'text 1', createdAt: at(1), status: 'sending' },
    });
    const conversation = conversationAt(1, { lastSeq: 1, lastMessage: messageOf(1, violet) });
    const answer: Action = { type: 'started', key: 'draft', conversation };
    const events = [event('conversation.created', conversationAt(1)), event('message.created', messageOf(1, violet))];
    // The event alone will do: the answer may be lost, or another tab have got it.
    const orders = [
      [answer, ...events],
      [...events, answer],
      [events[1] as Action, answer, events[0] as Action],
    ];
    expect(timelineOf(run(before, ...events), 'draft')).toMatchObject({ outgoing: [], messages: [{ id: 'm1' }] });
    for (const order of orders) {
      const after = run(before, ...order);
      expect(timelineOf(after, 'draft')).toBe(timelineOf(after, 'c1'));
      expect(timelineOf(after, 'draft')).toMatchObject({ opened: true, outgoing: [], messages: [{ id: 'm1' }] });
      expect(conversationOf(after, 'draft')).toMatchObject({ id: 'c1', lastSeq: 1, unread: 0 });
      expect(after.timelines.size).toBe(1);
    }
  });

  test('receipts never move backwards', () => {
    const receipt = (read: number) =>
      event('receipt.updated', { conversationId: 'c1', principal: { kind: 'agent', id: 'a1' }, delivered: read, read });
    expect(timelineOf(run(opened(asVisitor), receipt(3), receipt(2)), 'c1')?.receipts).toMatchObject([{ read: 3 }]);
  });
});

describe('events that are not kept (EV2)', () => {
  const typing = (author: Author, now: number): Action => ({
    type: 'event',
    now,
    event: { type: 'typing', at: at(100), conversationId: 'c1', data: { author, until: at(105) } },
  });

  test('typing lasts as long as the server says, by our own clock', () => {
    const after = run(opened(asVisitor), typing(ada, 1_000));
    expect(timelineOf(after, 'c1')?.typing).toEqual([{ author: ada, until: new Date(6_000).toISOString() }]);
    expect(timelineOf(run(after, { type: 'expired', now: 5_999 }), 'c1')?.typing).toHaveLength(1);
    expect(timelineOf(run(after, { type: 'expired', now: 6_000 }), 'c1')?.typing).toHaveLength(0);
  });

  test.each([
    ['+275760-09-13T00:00:00.000Z', 61_000],
    ['-271821-04-20T00:00:00.000Z', 1_000],
    ['9999-12-31T23:59:59.999Z', 61_000],
    ['some time', 1_000],
  ])('typing until %s ends', (until, end) => {
    const event: ChatEvent = { type: 'typing', at: at(100), conversationId: 'c1', data: { author: ada, until } };
    const after = run(opened(asVisitor), { type: 'event', now: 1_000, event });
    expect(timelineOf(after, 'c1')?.typing).toEqual([{ author: ada, until: new Date(end).toISOString() }]);
  });

  test('typing ends with the message; our own does not show', () => {
    const after = run(opened(asVisitor), typing(ada, 0), typing(violet, 0), event('message.created', messageOf(1)));
    expect(timelineOf(after, 'c1')?.typing).toEqual([]);
  });

  test('parts of a streaming message join in order, each once', () => {
    const part = (offset: number, text: string) => event('message.delta', { messageId: 'm1', offset, text });
    const before = opened(asVisitor, messageOf(1, ada, { text: 'Hel', streaming: true }));
    const after = run(before, part(3, 'lo'), part(9, 'lost'), part(3, 'lo'), part(5, ' world'), part(3, 'lo'));
    expect(timelineOf(after, 'c1')?.messages[0]?.text).toBe('Hello world');
    const done = run(after, event('message.updated', messageOf(1, ada, { text: 'Hello world.' })), part(5, ' world!!'));
    expect(timelineOf(done, 'c1')?.messages[0]?.text).toBe('Hello world.');
  });

  test('a type of a later contract changes nothing', () => {
    expect(run(asVisitor, event('reaction.created' as ChatEvent['type'], {}))).toBe(asVisitor);
  });
});

describe('refreshed (RS2)', () => {
  const old = run(opened(asVisitor, messageOf(1), messageOf(2, violet), messageOf(3)), {
    type: 'listed',
    items: [conversationAt(9, { lastSeq: 3, unread: 2 }), conversationAt(1, { id: 'c2' })],
    hasMore: false,
  });
  const page = { items: [messageOf(1, ada, { id: 'other', text: 'from the backup' })], hasMore: false };

  test('what an older database has takes the place of what was known, in one step', () => {
    const after = run(old, {
      type: 'refreshed',
      before: old,
      items: [conversationAt(2, { lastSeq: 1, unread: 1 })],
      hasMore: false,
      pages: new Map([['c1', page]]),
    });
    expect([...after.conversations.keys()]).toEqual(['c1']);
    expect(conversationOf(after, 'c1')).toMatchObject({ lastSeq: 1, unread: 1, updatedAt: at(2) });
    expect(timelineOf(after, 'c1')?.messages).toEqual(page.items);
  });

  test('what events have brought since stays', () => {
    const meanwhile = run(old, event('message.created', messageOf(2, ada, { id: 'new', conversationId: 'c1' })));
    const after = run(meanwhile, {
      type: 'refreshed',
      before: old,
      items: [conversationAt(2, { lastSeq: 1, unread: 1 })],
      hasMore: false,
      pages: new Map([['c1', page]]),
    });
    expect(timelineOf(after, 'c1')?.messages.map(({ id }) => id)).toEqual(['other', 'new']);
  });

  test('what came while one read far back is told to be there', () => {
    const far = run(old, {
      type: 'page',
      id: 'c1',
      page: { items: [], hasMore: false },
      take: (timeline) => ({ ...timeline, hasNewer: true }),
    });
    const refresh: Action = {
      type: 'refreshed',
      before: far,
      items: [conversationAt(2, { lastSeq: 3, unread: 1 })],
      hasMore: false,
      pages: new Map([['c1', { items: [messageOf(1), messageOf(2, violet), messageOf(3)], hasMore: false }]]),
    };
    expect(timelineOf(run(far, refresh), 'c1')?.hasNewer).toBe(false);
    const meanwhile = run(far, event('message.created', messageOf(4, ada, { conversationId: 'c1' })));
    expect(timelineOf(run(meanwhile, refresh), 'c1')).toMatchObject({ hasNewer: true });
  });

  test('a timeline whose conversation is gone goes, unless something waits in it', () => {
    const refresh = (before: ChatState): Action => ({
      type: 'refreshed',
      before,
      items: [],
      hasMore: false,
      pages: new Map(),
    });
    expect(run(old, refresh(old)).timelines.size).toBe(0);
    const waiting = run(old, {
      type: 'outgoing',
      key: 'c1',
      message: { clientId: 'k9', text: 'mine', createdAt: at(1), status: 'failed' },
    });
    expect(run(waiting, refresh(waiting)).timelines.get('c1')?.outgoing).toHaveLength(1);
  });
});

test('conversations are listed by latest activity', () => {
  const after = run(asAgent, {
    type: 'listed',
    items: [
      conversationAt(5, { id: 'quiet' }),
      conversationAt(9, { id: 'older', lastMessage: messageOf(3) }),
      conversationAt(4, { id: 'newer', lastMessage: messageOf(8) }),
    ],
    hasMore: false,
  });
  expect(sortedConversations(after).map(({ id }) => id)).toEqual(['newer', 'quiet', 'older']);
  expect(sortedConversations(after)).toBe(sortedConversations(after));
});

test('an older version of a conversation does not undo a newer one', () => {
  const after = run(
    asAgent,
    event('conversation.updated', conversationAt(5, { status: 'closed' })),
    event('conversation.updated', conversationAt(4, { status: 'open' })),
  );
  expect(conversationOf(after, 'c1')?.status).toBe('closed');
});

describe('rooms', () => {
  const room = conversationAt(1, { id: 'r1', kind: 'room', room: 'lobby' });
  const membership = (state: 'left' | 'banned', who: Author = violet): ChatEvent => ({
    type: 'membership.updated',
    at: at(2),
    conversationId: 'r1',
    position: 7,
    data: { conversationId: 'r1', visitor: who, state },
  });
  const happen = (state: ChatState, event: ChatEvent) => reduce(state, { type: 'event', event, now: 0 });
  const steps: Action[] = [
    { type: 'signedIn', visitor },
    { type: 'conversation', conversation: room },
    { type: 'conversation', conversation: conversationAt(1) },
    { type: 'page', id: 'r1', take: withLatestPage, page: { items: [], hasMore: false } },
  ];
  const inside = steps.reduce(reduce, initialState);

  test('RM1: how many are here is told by an event, and every change says that the list may be another one', () => {
    const presence: ChatEvent = { type: 'room.presence', at: at(2), conversationId: 'r1', data: { here: 3 } };
    const state = happen(happen(inside, presence), { ...presence, data: { here: 4 } });
    expect(state.rooms.get('r1')).toEqual({ here: 4, revision: 2 });
  });

  test('RM2: of a room that one is banned from nothing stays, and other conversations do', () => {
    const state = happen(inside, membership('banned'));
    expect(state.rooms.get('r1')).toMatchObject({ banned: true });
    expect([...state.conversations.keys()]).toEqual(['c1']);
    expect(timelineOf(state, 'r1')).toBeUndefined();
    expect(happen(state, membership('left')).rooms.get('r1')).toMatchObject({ banned: false });
  });

  test('that somebody else left or was banned changes the list only', () => {
    const other: Author = { kind: 'visitor', id: 'v2', name: 'Noah' };
    const state = happen(inside, membership('banned', other));
    expect(state.rooms.get('r1')).toEqual({ revision: 1 });
    expect([...state.conversations.keys()].sort()).toEqual(['c1', 'r1']);
  });
});

test('what all agents share has a revision, which also grows when everything is fetched anew', () => {
  const event: ChatEvent = { type: 'workspace.updated', at: at(2), position: 7, data: { what: 'teams', id: 't1' } };
  const told = run(asAgent, { type: 'event', event, now: 0 });
  expect([revisionOf(told, 'teams'), revisionOf(told, 'agents')]).toEqual([1, 0]);
  const anew = run(told, { type: 'refreshed', before: told, items: [], hasMore: false, pages: new Map() });
  expect([revisionOf(anew, 'teams'), revisionOf(anew, 'agents')]).toEqual([2, 1]);
});
