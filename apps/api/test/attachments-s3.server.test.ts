import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiProcess, freePort } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { createVisitor } from './support/http.js';
import { cameraPicture } from './support/pictures.js';
import { S3Server } from './support/s3-server.js';
import { eventually, startConversation, uuid } from './support/talk.js';
import { download, upload } from './support/uploads.js';

const s3 = new S3Server();
let env: Record<string, string>;
let database: TestDatabase;
let api: ApiProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  env = {
    ...database.env,
    S3_ENDPOINT: await s3.listen(),
    S3_BUCKET: s3.bucket,
    S3_REGION: s3.credentials.region,
    S3_ACCESS_KEY_ID: s3.credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
  };
  api = await ApiProcess.start(env);
});

afterAll(async () => {
  await api.stop();
  await s3.close();
  await database.remove();
});

test('files are kept in the bucket, given out by links, and taken away with their message', async () => {
  expect([...s3.objects.keys()]).toEqual([]);
  const visitor = await createVisitor(api.url);
  const { attachment } = await upload(visitor, await cameraPicture('jpeg'), 'a.jpg');
  const key = `attachments/${attachment.id}`;
  const fetched = await download(visitor, attachment);
  expect(fetched.status).toBe(200);
  expect(fetched.bytes).toEqual(s3.objects.get(key));
  const part = await fetch(api.url + attachment.url, { headers: { range: 'bytes=10-19' } });
  expect(part.status).toBe(206);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(s3.objects.get(key)?.subarray(10, 20));
  expect((await fetch(api.url + attachment.url, { method: 'HEAD' })).headers.get('content-length')).toBe(
    String(fetched.bytes.length),
  );
  const conversation = await startConversation(visitor);
  const draft = { clientId: uuid(), text: '', attachments: [attachment.id] };
  const { body } = await visitor.call('createMessage', { conversation }, draft);
  await visitor.call('deleteMessage', { conversation, message: body.id });
  await eventually('its object is gone', () => !s3.objects.has(key));
});

test('a store that fails is the server’s trouble for a while: 503, and the same again works', async () => {
  const visitor = await createVisitor(api.url);
  const { attachment } = await upload(visitor, 'kept');
  s3.trouble = 500;
  const failed = await upload(visitor, 'x');
  expect(failed.problem).toMatchObject({ status: 503, code: 'unavailable' });
  expect((await download(visitor, attachment)).status).toBe(503);
  s3.trouble = undefined;
  expect((await upload(visitor, 'x')).status).toBe(201);
  expect((await download(visitor, attachment)).bytes.toString()).toBe('kept');
  s3.objects.delete(`attachments/${attachment.id}`);
  expect((await download(visitor, attachment)).status).toBe(404);
});

test.each<[string, () => Promise<Record<string, string>> | Record<string, string>, string]>([
  [
    'is not there',
    async () => ({ S3_ENDPOINT: `http://127.0.0.1:${await freePort()}` }),
    'S3_ENDPOINT: the store cannot be reached',
  ],
  ['has no such bucket', () => ({ S3_BUCKET: 'other' }), 'S3_BUCKET: there is no such bucket'],
  ['does not know the key', () => ({ S3_ACCESS_KEY_ID: 'nobody' }), 'S3_ACCESS_KEY_ID: the store refuses'],
  ['has another secret', () => ({ S3_SECRET_ACCESS_KEY: 'hunter2' }), 'S3_ACCESS_KEY_ID: the store refuses'],
  ['is elsewhere', () => ({ S3_REGION: 'mars-1' }), 'S3_ACCESS_KEY_ID: the store refuses'],
  ['is only half described', () => ({ S3_BUCKET: '' }), 'S3_BUCKET must be'],
])('a start with a store that %s ends with one clear line', async (_, change, complaint) => {
  const directory = mkdtempSync(join(tmpdir(), 'porchlight-s3-'));
  const failing = await ApiProcess.spawn({ ...env, DATA_DIR: directory, ...(await change()) });
  expect(await failing.ended()).toBe(1);
  expect(failing.errors).toMatch(/^porchlight: [^\n]+\n$/);
  expect(failing.errors).toContain(complaint);
  expect(failing.errors).not.toContain('hunter2');
  rmSync(directory, { recursive: true });
});

test.each(['attachments', 'uploads'])('so does one where DATA_DIR/%s cannot be', async (folder) => {
  const directory = mkdtempSync(join(tmpdir(), 'porchlight-disk-'));
  writeFileSync(join(directory, folder), '');
  const failing = await ApiProcess.spawn({ DATA_DIR: directory });
  expect(await failing.ended()).toBe(1);
  expect(failing.errors).toBe(`porchlight: DATA_DIR: its folder ${folder} cannot be written to\n`);
  rmSync(directory, { recursive: true });
});
