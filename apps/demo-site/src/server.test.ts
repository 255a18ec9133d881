import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDemoSite } from './server.js';

const folder = mkdtempSync(join(tmpdir(), 'demo-site-'));
let server: Server;
let origin: string;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<script src="%API_ORIGIN%/widget.js"></script>');
  writeFileSync(join(folder, '404.html'), 'lost');
  writeFileSync(join(folder, 'assets', 'site-1a2b.css'), 'a{}');
  server = await startDemoSite({ port: 0, host: '127.0.0.1', apiOrigin: 'http://localhost:4000', folder });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test('a page loads the widget from the API', async () => {
  const reply = await fetch(origin);
  expect(reply.status).toBe(200);
  expect(await reply.text()).toBe('<script src="http://localhost:4000/widget.js"></script>');
});

test('the policy allows the API and nothing else that is foreign or inline', async () => {
  const policy = (await fetch(origin)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' http://localhost:4000;");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
});

test('pages are revalidated, hashed files are kept', async () => {
  const page = await fetch(origin);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const again = await fetch(origin, { headers: { 'If-None-Match': page.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  const style = await fetch(`${origin}/assets/site-1a2b.css`);
  expect(style.headers.get('cache-control')).toContain('immutable');
});

test.each(['/nowhere', '/..%2f..%2fpackage.json', '/assets/', '/__proto__', '//etc/passwd'])(
  '%s is the page for what is not there',
  async (path) => {
    const reply = await fetch(origin + path);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toBe('lost');
  },
);

test('a path is never resolved against the disk', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(`${origin}/`, { path: '/../server.test.ts' }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(404);
});

test('only reading is allowed', async () => {
  const reply = await fetch(origin, { method: 'POST', body: 'x' });
  expect(reply.status).toBe(405);
  expect(reply.headers.get('allow')).toBe('GET, HEAD');
});

test('a taken port is an error to the caller', async () => {
  const port = Number(new URL(origin).port);
  await expect(startDemoSite({ port, host: '127.0.0.1', apiOrigin: origin, folder })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
