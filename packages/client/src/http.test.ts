import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Fault } from '../test/contract-server.js';
import { ContractServer } from '../test/contract-server.js';
import { ChatError } from './errors.js';
import { Http } from './http.js';

let server: ContractServer;
beforeEach(async () => {
  server = await ContractServer.start();
});
afterEach(() => server.stop());

async function failure(fault: Fault, timeoutMs?: number): Promise<ChatError> {
  server.intercept = () => fault;
  const error: unknown = await new Http(server.url, false).call('whoAmI', {}, {}, timeoutMs).catch((e: unknown) => e);
  if (!(error instanceof ChatError)) throw new Error(`expected a ChatError, got ${String(error)}`);
  return error;
}

test('a problem becomes an error with all that the server said (ER1)', async () => {
  const body = {
    code: 'invalid',
    detail: 'no name',
    errors: [{ path: 'name', message: 'is missing' }],
    requestId: 'r7',
  };
  const error = await failure({ status: 400, body });
  expect(error).toMatchObject({ ...body, status: 400, temporary: false, message: 'no name' });
});

test.each([
  [429, 'rate_limited', true],
  [404, 'invalid', false],
  [408, 'invalid', true],
  [502, 'unavailable', true],
])('a page of a proxy with %i becomes one as well', async (status, code, temporary) => {
  expect(await failure({ status })).toMatchObject({ status, code, temporary });
});

test.each([
  ['7', 7_000],
  ['0', 0],
  ['soon', undefined],
])('Retry-After: %s', async (value, ms) => {
  const error = await failure({ status: 503, headers: { 'retry-after': value } });
  expect(error.retryAfterMs).toBe(ms);
});

test('Retry-After may be a date', async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const error = await failure({ status: 503, headers: { 'retry-after': date } });
  expect(error.retryAfterMs).toBeGreaterThan(55_000);
  expect(error.retryAfterMs).toBeLessThanOrEqual(60_000);
});

test.each([['refuse'], ['hang']] as const)('no answer (%s) is a network error', async (fault) => {
  expect(await failure(fault, 50)).toMatchObject({ code: 'network', status: 0, temporary: true });
});

test('an answer that is not JSON is a network error', async () => {
  const { fetch } = globalThis;
  globalThis.fetch = async () => new Response('<html>sign in to the hotel</html>');
  try {
    await expect(new Http(server.url, false).call('whoAmI', {})).rejects.toMatchObject({ code: 'network' });
  } finally {
    globalThis.fetch = fetch;
  }
});
