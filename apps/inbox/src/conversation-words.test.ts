import { expect, test } from '@jest/globals';
import type { Author, Conversation, Message } from '@porchlight/protocol';
import { languageOf, lastLineOf, nameOf, pageOf } from './conversation-words.js';

const time = '2026-01-31T12:00:00.000Z';
const visitor: Author = { kind: 'visitor', id: 'v', name: 'Marta' };
const agent: Author = { kind: 'agent', id: 'a', name: 'Ada' };

function message(author: Author, text: string, rest: Partial<Message> = {}): Message {
  const ids = { id: 'm', conversationId: 'c', clientId: 'k', seq: 1 };
  return { ...ids, author, audience: 'everyone', text, attachments: [], createdAt: time, ...rest };
}

function conversation(rest: Partial<Conversation>): Conversation {
  const times = { createdAt: time, updatedAt: time };
  return { id: 'c', kind: 'support', site: 'demo', status: 'open', visitor, lastSeq: 1, unread: 0, ...times, ...rest };
}

const line = (lastMessage: Message, rest: Partial<Conversation> = {}) =>
  lastLineOf(conversation({ lastMessage, ...rest }), 'a');

test('a conversation is called after its visitor, a room after itself', () => {
  expect(nameOf(conversation({}))).toBe('Marta');
  expect(nameOf(conversation({ kind: 'room', room: 'lobby', visitor: undefined }))).toBe('lobby');
  expect(nameOf(conversation({ kind: 'room', room: 'lobby', subject: 'The lobby' }))).toBe('The lobby');
});

test('the last line says whose it is when it is not the visitor', () => {
  expect(line(message(visitor, 'Hello'))).toBe('Hello');
  expect(line(message(agent, 'Hello'))).toBe('You: Hello');
  expect(line(message({ ...agent, id: 'b', name: 'Bo' }, 'Hello'))).toBe('Bo: Hello');
  expect(line(message(visitor, 'Hello'), { kind: 'room' })).toBe('Marta: Hello');
  expect(line(message(agent, 'Ask Bo', { audience: 'agents' }))).toBe('Note: Ask Bo');
});

test('what has no text is named', () => {
  const file = { id: 'f', name: 'a.png', mediaType: 'image/png', size: 1, url: '/a' };
  expect(line(message(visitor, '', { attachments: [file] }))).toBe('Sent a file');
  expect(line(message(visitor, '', { deletedAt: time }))).toBe('Message deleted');
  expect(lastLineOf(conversation({}), 'a')).toBe('No messages yet');
});

test('the signs of Markdown fall away, and a long text is cut before it costs time', () => {
  expect(line(message(visitor, '**Hello**\n\n`two`'))).toBe('Hello two');
  expect(line(message(visitor, 'a'.repeat(10_000))).length).toBeLessThanOrEqual(300);
});

test('languages are said in words, and a tag that means nothing as it is', () => {
  expect(languageOf('pt-PT')).toMatch(/Portuguese/);
  expect(languageOf('x')).toBe('x');
  expect(languageOf(undefined)).toBeUndefined();
});

test('only a plain web address can be followed', () => {
  expect(pageOf('https://shop.example/bowls?utm=1#top')).toEqual({
    href: 'https://shop.example/bowls?utm=1#top',
    text: 'shop.example/bowls',
  });
  expect(pageOf('http://localhost:3001/')?.text).toBe('localhost:3001');
  for (const page of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://bank.example@evil.example/',
    'nonsense',
    '',
  ]) {
    expect(pageOf(page)).toBeUndefined();
  }
});
