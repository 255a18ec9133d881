import { Injectable } from '@nestjs/common';
import type { NextObserver, Subscription as RxSubscription } from 'rxjs';
import { DataSource } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import { CROWD_MS, SharedQuery } from '../database/shared-query.js';
import type { Delivery } from './delivery.js';
import type { Entry } from './entry.js';
import { Feeds, feedOf } from './feeds.js';
import { membershipsOf } from './room-members.js';
import { LogTail } from './tail.js';

interface Following {
  feed: string;
  subscription: RxSubscription;
}

/**
 * All that a principal may see from a position on, without a seam: it brings every kept event after `from`, and a replay
 * up to `from` brings those before.
 */
export class Subscription implements NextObserver<Delivery> {
  private followed: readonly Following[] = [];
  /** Until it begins: feeds of rooms that the visitor was heard to leave, and has not joined again. */
  private left: string[] | undefined = [];
  /** Until it is released. */
  private held: Delivery[] | undefined = [];
  private receive: ((delivery: Delivery) => void) | undefined;
  private start = 0;
  private joined: readonly string[] = [];

  constructor(
    private readonly feeds: Feeds,
    private readonly principal: Principal,
  ) {}

  /** Kept events after this position come. */
  get from(): number {
    return this.start;
  }

  /** The rooms that it began with, of a visitor. */
  get rooms(): readonly string[] {
    return this.joined;
  }

  /** Listens to what is certain already; what comes meanwhile is held. */
  listen(): void {
    this.follow(this.principal.kind === 'visitor' ? feedOf.visitor(this.principal.id) : feedOf.agents());
  }

  /** Fixes `from` and listens to the rooms as well. Must run in one turn of the event loop. */
  begin(position: number, rooms: readonly string[]): void {
    this.start = position;
    // One that was left after the rooms had been read is not gone back to.
    this.joined = rooms.filter((room) => !this.left?.includes(feedOf.room(room)));
    this.left = undefined;
    for (const room of this.joined) this.follow(feedOf.room(room));
  }

  /** Lets go what was held, and from now on delivers at once. */
  release(receive: (delivery: Delivery) => void): void {
    const { held } = this;
    this.held = undefined;
    this.receive = receive;
    for (const delivery of held ?? []) this.deliver(delivery);
  }

  close(): void {
    for (const { feed, subscription } of this.followed) this.feeds.unfollow(feed, subscription);
    this.followed = [];
    this.receive = undefined;
    this.held = undefined;
  }

  next(delivery: Delivery): void {
    for (const entry of delivery.entries) {
      if (entry.scope !== 'room' && this.principal.kind === 'visitor') this.heed(entry);
    }
    if (this.held) this.held.push(delivery);
    else this.deliver(delivery);
  }

  private follow(feed: string): void {
    if (this.followed.some((following) => following.feed === feed)) return;
    this.followed = [...this.followed, { feed, subscription: this.feeds.follow(feed, this) }];
  }

  private unfollow(feed: string): void {
    const following = this.followed.find((other) => other.feed === feed);
    if (!following) return;
    this.feeds.unfollow(feed, following.subscription);
    this.followed = this.followed.filter((other) => other !== following);
  }

  /** The log tells of a visitor's joining or leaving a room; it holds from the next entry on. */
  private heed({ type, scope, conversationId }: Entry): void {
    if (!conversationId) return;
    const room = feedOf.room(conversationId);
    if (scope === 'self' && type === 'conversation.created') {
      this.left = this.left?.filter((name) => name !== room);
      this.follow(room);
    } else if (type === 'membership.updated') {
      this.left?.push(room);
      this.unfollow(room);
    }
  }

  private deliver(delivery: Delivery): void {
    const news = delivery.after(this.start);
    if (news) this.receive?.(news);
  }
}

@Injectable()
export class Subscriptions {
  private readonly rooms = new SharedQuery(async (visitors: readonly string[]) => {
    const members = await membershipsOf(this.dataSource, visitors);
    return visitors.map((id) => [...(members.get(id)?.keys() ?? [])]);
  }, CROWD_MS);

  constructor(
    private readonly dataSource: DataSource,
    private readonly feeds: Feeds,
    private readonly tail: LogTail,
  ) {}

  /** Begins a subscription; its events are held until `release()`. */
  async open(principal: Principal): Promise<Subscription> {
    const subscription = new Subscription(this.feeds, principal);
    subscription.listen();
    try {
      // Listening comes first: a room joined before it is in the answer, one joined after it is heard of.
      const rooms = principal.kind === 'visitor' ? await this.rooms.ask(principal.id) : [];
      subscription.begin(this.tail.position, rooms);
    } catch (error) {
      subscription.close();
      throw error;
    }
    return subscription;
  }
}
