import { expect, test } from '@jest/globals';
import { AttachmentLinks } from './attachment-links.js';

const DAY_MS = 86_400_000;
const id = '0197a2c4-1f00-7c3e-8a11-3b5d9e2f7c10';
const links = new AttachmentLinks('a secret key');

function partsOf(link: string): [expires: number, signature: string] {
  const { searchParams } = new URL(link, 'https://chat.example.com');
  return [Number(searchParams.get('expires')), searchParams.get('signature') ?? ''];
}

test('AU1: a link is good until the moment that it names, for one to two days', () => {
  const now = Date.UTC(2026, 0, 31, 15);
  const [expires, signature] = partsOf(links.linkTo(id, now));
  expect(expires * 1_000).toBe(Date.UTC(2026, 1, 2));
  expect(links.isGood(id, expires, signature, now)).toBe(true);
  expect(links.isGood(id, expires, signature, expires * 1_000 - 1)).toBe(true);
  expect(links.isGood(id, expires, signature, expires * 1_000)).toBe(false);
});

test('all links of a day are the same, so that a browser need not fetch a file again', () => {
  const morning = Date.UTC(2026, 0, 31);
  expect(links.linkTo(id, morning)).toBe(links.linkTo(id, morning + DAY_MS - 1));
  expect(links.linkTo(id, morning)).not.toBe(links.linkTo(id, morning + DAY_MS));
});

test('AU1: another key makes other links, and another time or file needs another signature', () => {
  const [expires, signature] = partsOf(links.linkTo(id));
  expect(new AttachmentLinks('another key').isGood(id, expires, signature)).toBe(false);
  expect(links.isGood(id, expires + 86_400, signature)).toBe(false);
  expect(links.isGood(id.replace('0', '1'), expires, signature)).toBe(false);
});

test('every file of an answer gets its link, however deep, and nothing else is touched', () => {
  const message = { text: '"attachments":[{', attachments: [{ id, name: 'a.txt' }] };
  const finished = JSON.parse(links.finish(JSON.stringify({ items: [{ lastMessage: message }] })));
  expect(finished.items[0].lastMessage).toEqual({
    text: message.text,
    attachments: [{ id, name: 'a.txt', url: links.linkTo(id) }],
  });
  const without = '{"attachments":[],"text":"a"}';
  expect(links.finish(without)).toBe(without);
});
