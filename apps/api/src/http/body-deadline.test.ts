import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { limitBodyTime } from './body-deadline.js';

const DEADLINE_MS = 100;
const app = fastify();

beforeAll(async () => {
  limitBodyTime(app, DEADLINE_MS);
  app.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post('/', async ({ body }) => body);
  await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => app.close());

/** What is answered to a body of ten bytes whose second half comes late. */
async function slowly(contentType: string): Promise<string> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const head = [
    'POST / HTTP/1.1',
    'Host: x',
    'Connection: close',
    `Content-Type: ${contentType}`,
    'Content-Length: 10',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n"1234`);
  setTimeout(() => socket.writable && socket.write('5678"'), DEADLINE_MS * 3);
  return text(socket);
}

test('ER3: a body that does not come is not waited for', async () => {
  const reply = await slowly('application/json');
  expect(reply).toMatch(/^HTTP\/1\.1 400 /);
  expect(reply).toContain('urn:porchlight:problem:invalid');
});

test('an upload has all the time that it needs', async () => {
  expect(await slowly('multipart/form-data')).toMatch(/^HTTP\/1\.1 200 /);
});
