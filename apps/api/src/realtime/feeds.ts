import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatCursor, type TransientEvent } from '@porchlight/protocol';
import { type NextObserver, Subject, type Subscription } from 'rxjs';
import { deliverySeconds, feedCount } from '../operations/metrics.js';
import { Bus } from './bus/bus.js';
import { Delivery } from './delivery.js';
import type { Entry } from './entry.js';
import { durableFrame, type Frame, transientFrame } from './frame.js';
import { OutgoingJson } from './outgoing-json.js';
import { LogTail } from './tail.js';

/** Names of feeds: one for all agents, one for each visitor, one for each room. */
export const feedOf = {
  agents: () => 'agents',
  visitor: (id: string) => `visitor:${id}`,
  room: (conversationId: string) => `room:${conversationId}`,
};

/** Stands for the feeds of all agents and of each visitor: whoever listens has one of these. */
export const EVERYONE = 'everyone';

const isOfRoom = (name: string) => name.startsWith('room:');

type Feed = Subject<Delivery>;

/** Entries that follow each other in one turn of the event loop and are for the same feed. */
class Run {
  private name = '';
  private frames: Frame[] = [];
  private entries: Entry[] = [];

  constructor(private readonly feeds: ReadonlyMap<string, Feed>) {}

  /** Whether somebody listens to that feed. Ends a run for another one first: who listens may change by what it tells. */
  turnTo(name: string): boolean {
    if (name !== this.name) this.deliver();
    this.name = name;
    return this.feeds.has(name);
  }

  add(frame: Frame, entry: Entry): void {
    this.frames.push(frame);
    this.entries.push(entry);
  }

  deliver(): void {
    if (this.frames.length === 0) return;
    const delivery = new Delivery(this.frames, this.entries);
    this.frames = [];
    this.entries = [];
    this.feeds.get(this.name)?.next(delivery);
  }
}

/** A Subject for each audience that somebody listens to. What comes together is encoded once for all, and delivered together. */
@Injectable()
export class Feeds implements OnModuleInit {
  private readonly feeds = new Map<string, Feed>();
  // Nobody listens to both: agents have one feed, visitors several of the others.
  private readonly agents = new Run(this.feeds);
  private readonly visitors = new Run(this.feeds);
  private due = false;

  constructor(
    private readonly tail: LogTail,
    private readonly bus: Bus,
    private readonly outgoing: OutgoingJson,
  ) {
    feedCount.collectFrom(() => this.feeds.size);
  }

  onModuleInit(): void {
    this.tail.entries.subscribe((entry) => this.deliverEntry(entry));
    this.bus.messages.subscribe((message) => {
      if (message.kind === 'signal') this.tell(message.feeds, message.event);
    });
  }

  /** How many feeds somebody listens to. */
  get size(): number {
    return this.feeds.size;
  }

  /** Listens to the feed of that name; it exists for as long as somebody does. */
  follow(name: string, listener: NextObserver<Delivery>): Subscription {
    const feed = this.feeds.get(name) ?? new Subject<Delivery>();
    this.feeds.set(name, feed);
    return feed.subscribe(listener);
  }

  /** Ends what `follow` began. There are thousands: a teardown in each subscription would be a closure for each. */
  unfollow(name: string, following: Subscription): void {
    following.unsubscribe();
    if (this.feeds.get(name)?.observed === false) this.feeds.delete(name);
  }

  /** Brings an event that is not kept to this process's listeners. */
  tell(names: readonly string[], event: TransientEvent): void {
    this.deliver();
    const delivery = new Delivery([transientFrame(event)]);
    const all = names.includes(EVERYONE) ? [...this.feeds.keys()].filter((name) => !isOfRoom(name)) : names;
    for (const name of all) this.feeds.get(name)?.next(delivery);
  }

  private deliverEntry(entry: Entry): void {
    const audience = audienceOf(entry);
    const toAgents = isForAgents(entry) && this.agents.turnTo(feedOf.agents());
    const toVisitors = audience !== undefined && this.visitors.turnTo(audience);
    if (!toAgents && !toVisitors) return;
    const cursor = formatCursor({ epoch: this.tail.epoch, position: entry.position });
    const full = durableFrame(entry, this.outgoing.finish(entry.data), cursor);
    if (toAgents) this.agents.add(full, entry);
    if (toVisitors) {
      const { visitorData } = entry;
      const own = visitorData === null ? full : durableFrame(entry, this.outgoing.finish(visitorData), cursor);
      this.visitors.add(own, entry);
    }
    deliverySeconds.observe(Math.max(0, Date.now() - entry.at.getTime()) / 1_000);
    if (this.due) return;
    this.due = true;
    queueMicrotask(() => this.deliver());
  }

  private deliver(): void {
    this.due = false;
    this.agents.deliver();
    this.visitors.deliver();
  }
}

/** The feed of the visitors that an entry is for. */
function audienceOf({ scope, visitorId, conversationId }: Entry): string | undefined {
  switch (scope) {
    case 'visitor':
    case 'self':
      return feedOf.visitor(visitorId ?? '');
    case 'room':
      return feedOf.room(conversationId ?? '');
    case 'agents':
    case 'internal':
      return undefined;
  }
}

function isForAgents({ scope }: Entry): boolean {
  return scope === 'agents' || scope === 'visitor' || scope === 'room';
}
