import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { Caller } from './support/http.js';
import { sendRaw } from './support/raw-http.js';

let database: TestDatabase;
let api: ApiProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const snippetOf = async (site: string) => new Caller(api.url).call('getSnippet', { site });
const hashOf = (body: ArrayBuffer) => createHash('sha384').update(Buffer.from(body)).digest('base64');

test('the snippet to paste loads the newest widget', async () => {
  const { status, body } = await snippetOf('demo');
  expect(status).toBe(200);
  expect(body.html).toBe(
    `<script type="module" src="${api.url}/widget.js"></script>\n<chat-widget site="demo"></chat-widget>`,
  );
});

test('the pinned one names a file that is what its hash says, for every origin and for good', async () => {
  const { pinned } = (await snippetOf('demo')).body;
  expect(pinned.html).toContain(
    `<script type="module" src="${pinned.src}" integrity="${pinned.integrity}" crossorigin>`,
  );
  for (const encoding of ['br', 'gzip', 'identity']) {
    const reply = await fetch(pinned.src, { headers: { 'Accept-Encoding': encoding } });
    expect(reply.status).toBe(200);
    expect(`sha384-${hashOf(await reply.arrayBuffer())}`).toBe(pinned.integrity);
    expect(reply.headers.get('cache-control')).toContain('immutable');
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.get('content-type')).toMatch(/javascript/);
  }
});

test('another version than this one is not there, and that is not kept', async () => {
  const reply = await fetch(`${api.url}/widget-0123456789abcdef.js`);
  expect(reply.status).toBe(404);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(reply.headers.get('cache-control') ?? '').not.toContain('immutable');
});

test('there is none for a site that does not exist', async () => {
  expect((await snippetOf('nowhere')).status).toBe(404);
});

test('a host that nobody has is text like any other', async () => {
  const { text } = await sendRaw(api.url, {
    method: 'GET',
    path: '/v1/sites/demo/snippet',
    headers: { Host: 'a"><img.example' },
  });
  const { html, pinned } = JSON.parse(text);
  expect(html + pinned.html).not.toContain('<img');
});
