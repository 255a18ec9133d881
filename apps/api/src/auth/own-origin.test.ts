import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { isOwnOrigin } from './own-origin.js';

const to = (host: string) => ({ host }) as FastifyRequest;

test.each([
  ['http://localhost:3000', 'localhost:3000', undefined, true],
  ['http://localhost:3001', 'localhost:3000', undefined, false],
  ['https://chat.example.com', 'chat.example.com', undefined, true],
  ['https://example.com', 'chat.example.com', undefined, false],
  ['https://chat.example.com.evil.example', 'chat.example.com', undefined, false],
  ['null', 'chat.example.com', undefined, false],
  ['', '', undefined, false],
  ['https://chat.example.com', 'api:3000', 'https://chat.example.com', true],
  ['http://chat.example.com', 'chat.example.com', 'https://chat.example.com', false],
  ['http://api:3000', 'api:3000', 'https://chat.example.com', false],
])('AU2: origin %j asking %j, PUBLIC_URL %j: %j', (origin, host, publicOrigin, own) => {
  expect(isOwnOrigin(origin, to(host), publicOrigin)).toBe(own);
});
