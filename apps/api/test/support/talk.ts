import { expect } from '@jest/globals';
import type { Message } from '@porchlight/protocol';
import type { EventReader } from './event-reader.js';
import type { Caller } from './http.js';

export const uuid = (): string => crypto.randomUUID();

/** Starts a conversation with the message `one`; returns its id. */
export async function startConversation(visitor: Caller): Promise<string> {
  const message = { clientId: uuid(), text: 'one' };
  return (await visitor.call('createConversation', {}, { clientId: uuid(), message })).body.id;
}

/** Makes a visitor a member of the demo site's room; returns the room's conversation. */
export async function joinLobby(visitor: Caller): Promise<string> {
  return (await visitor.call('createConversation', {}, { clientId: uuid(), room: 'lobby' })).body.id;
}

export async function say(caller: Caller, conversation: string, text: string): Promise<Message> {
  const { status, body } = await caller.call('createMessage', { conversation }, { clientId: uuid(), text });
  expect(status).toBe(201);
  return body;
}

/** Does `work` for 0, 1, 2 ... `count` - 1, up to `width` at a time. */
export async function inParallel(
  count: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** Waits until `probe` answers something that is true; throws after `ms` with what was waited for. */
export async function eventually<Value>(
  what: string,
  probe: () => Value | Promise<Value>,
  ms = 10_000,
): Promise<NonNullable<Value>> {
  const deadline = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Waited ${ms} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The texts that a reader was told of; an agent hears of every conversation. */
export const textsOf = (reader: EventReader, conversation?: string): string[] =>
  reader
    .of('message.created')
    .filter(({ data }) => conversation === undefined || data.conversationId === conversation)
    .map(({ data }) => data.data.text);

/** Every place in the log after `from`, up to and including `to`. */
export const placesBetween = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + 1 + index);

export const positionOf = (cursor: string): number => Number(cursor.split('.')[1]);
