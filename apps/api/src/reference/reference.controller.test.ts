import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ReferenceModule } from './reference.module.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(ReferenceModule, new FastifyAdapter(), { logger: false });
  await app.init();
});
afterAll(() => app.close());

test.each([
  ['/openapi.json', 'application/json; charset=utf-8'],
  ['/asyncapi.json', 'application/json; charset=utf-8'],
  ['/docs', 'text/html; charset=utf-8'],
  ['/docs/style.css', 'text/css; charset=utf-8'],
])('%s is served once, and then only if it changed', async (url, mediaType) => {
  const first = await app.inject({ url });
  expect(first.statusCode).toBe(200);
  expect(first.headers['content-type']).toBe(mediaType);
  expect(first.headers['cache-control']).toBe('public, no-cache');
  const etag = String(first.headers['etag']);
  expect(etag).toMatch(/^"[\w-]{22}"$/);

  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await app.inject({ url, headers: { 'if-none-match': known } });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
  }
  const changed = await app.inject({ url, headers: { 'if-none-match': '"other"' } });
  expect(changed.statusCode).toBe(200);
});

test('the page may load its own style sheet and nothing else', async () => {
  const { headers } = await app.inject({ url: '/docs' });
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
});
