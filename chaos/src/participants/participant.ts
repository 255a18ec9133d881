import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatClient } from '@porchlight/client';
import { createChatClient, timelineOf } from '@porchlight/client';
import type { Conversation, Message } from '@porchlight/protocol';
import type { Acknowledged, FinalView, Sighting } from '../check/evidence.js';
import { compareTimelines, shownTwice } from '../check/sightings.js';
import { labelFor, WireWatch } from '../check/wire-watch.js';
import type { Progress } from '../progress.js';
import { FaultProxy } from '../proxy/fault-proxy.js';
import type { Tampering } from '../proxy/tampering.js';
import type { Random } from '../random.js';
import { pick } from '../random.js';
import { filler } from './texts.js';

/** Messages under way at once. */
const WINDOW = 8;
/** More messages than fit on a screen, in which one under way must not stand as well. */
const SHOWN = 50;

/** Where a participant may say something. */
export interface Place {
  /** Of the conversation: its id, or its key in the client. */
  key: string;
  /** Who may read it: the label of its texts. */
  audience: string;
  note?: boolean;
}

export interface ParticipantOptions {
  name: string;
  kind: 'visitor' | 'agent';
  /** To which audiences it belongs; absent for agents, who may read everything. */
  audiences?: readonly string[];
  site: string;
  upstreams: readonly number[];
  random: Random;
  tampering?: Tampering;
}

/** Somebody who talks: a real client behind a proxy of its own, and a record of all that it does and sees. */
export class Participant {
  readonly typed: string[] = [];
  readonly acknowledged: Acknowledged[] = [];
  readonly sightings: Sighting[] = [];
  /** Where it says things, once it has begun. */
  places: Place[] = [];
  readonly #outstanding = new Set<string>();
  readonly #before = new Map<string, readonly Message[]>();
  #wake = () => {};

  private constructor(
    readonly options: ParticipantOptions,
    readonly proxy: FaultProxy,
    readonly client: ChatClient,
    readonly wire: WireWatch,
  ) {
    client.store.subscribe(() => this.#look());
  }

  static async open(options: ParticipantOptions): Promise<Participant> {
    const { name, kind, site, audiences, upstreams, random, tampering } = options;
    const wire = new WireWatch(name, audiences && new Set(audiences));
    const proxy = await FaultProxy.open({
      upstreams,
      random,
      tampering,
      onBytes: (bytes) => wire.see(bytes),
      onAcknowledged: ({ text }, body) => participant.#acknowledge(text, body),
    });
    const client = createChatClient(kind === 'agent' ? { api: proxy.url } : { api: proxy.url, site });
    const participant: Participant = new Participant(options, proxy, client, wire);
    return participant;
  }

  get name(): string {
    return this.options.name;
  }

  /** Id of the author. */
  get id(): string {
    const { visitor, agent } = this.client.store.get();
    return (visitor ?? agent)?.id ?? '';
  }

  /** Whether all that was typed has been acknowledged. */
  get done(): boolean {
    return this.#outstanding.size === 0;
  }

  /** A new text for an audience. */
  compose(audience: string): string {
    const text = `${labelFor(audience)} ${this.name} ${this.typed.length} ${filler(this.options.random)}`.trim();
    this.typed.push(text);
    this.#outstanding.add(text);
    return text;
  }

  /** Types for as long as the run lasts. */
  async talk(progress: Progress): Promise<void> {
    const { random } = this.options;
    while (await progress.next()) {
      while (this.#outstanding.size >= WINDOW) await new Promise<void>((resolve) => (this.#wake = resolve));
      const place = pick(random, this.places);
      if (random() < 0.05) this.client.typing(place.key);
      this.client.send(place.key, this.compose(place.audience), place.note ? { audience: 'agents' } : {});
      const last = this.messagesOf(place.key).at(-1);
      if (last && random() < 0.05) this.client.markRead(place.key, last.seq);
    }
  }

  messagesOf(key: string): readonly Message[] {
    return timelineOf(this.client.store.get(), key)?.messages ?? [];
  }

  /** What it has of a conversation, all of it: what it has not loaded yet is loaded. */
  async finalView(conversation: string): Promise<FinalView> {
    while (timelineOf(this.client.store.get(), conversation)?.hasOlder) {
      await this.client.loadOlder(conversation);
      // Something else may be loading.
      await sleep(1);
    }
    return { reader: this.name, kind: this.options.kind, conversation, messages: this.messagesOf(conversation) };
  }

  close(): void {
    this.client.stop();
    this.proxy.close();
  }

  #acknowledge(text: string, body: Buffer): void {
    const answer = JSON.parse(body.toString()) as Message | Conversation;
    const { createdAt } = answer;
    this.acknowledged.push('seq' in answer ? { text, createdAt, id: answer.id } : { text, createdAt });
    this.#outstanding.delete(text);
    this.#wake();
  }

  /** Compares all timelines with how they were a moment ago. */
  #look(): void {
    for (const [id, { messages, outgoing }] of this.client.store.get().timelines) {
      this.sightings.push(...shownTwice(messages.slice(-SHOWN), outgoing));
      const before = this.#before.get(id) ?? [];
      if (before === messages) continue;
      this.sightings.push(...compareTimelines(before, messages));
      this.#before.set(id, messages);
    }
  }
}
