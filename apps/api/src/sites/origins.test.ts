import { expect, test } from '@jest/globals';
import { allowsOrigin } from './origins.js';

test.each([
  [['https://shop.example'], 'https://shop.example', true],
  [['https://shop.example'], 'http://shop.example', false],
  [['https://shop.example'], 'https://www.shop.example', false],
  [['https://shop.example'], 'https://shop.example:8443', false],
  [['https://shop.example'], 'https://shop.example.evil.example', false],
  [['https://other.example', 'https://shop.example'], 'https://shop.example', true],
  [[], 'https://shop.example', false],
  [['*'], 'https://anything.example', true],
  [['*'], 'null', true],
  [['https://shop.example'], 'null', false],
  [['http://localhost:*'], 'http://localhost', true],
  [['http://localhost:*'], 'http://localhost:5173', true],
  [['http://localhost:*'], 'https://localhost:5173', false],
  [['http://localhost:*'], 'http://localhost.evil.example:5173', false],
  [['http://localhost:*'], 'http://evil.example:5173', false],
  [['http://localhost:*'], 'null', false],
  [['http://[::1]:*'], 'http://[::1]:8080', true],
])('AU5: %j and %j: %j', (origins, origin, allowed) => {
  expect(allowsOrigin(origins, origin)).toBe(allowed);
});
