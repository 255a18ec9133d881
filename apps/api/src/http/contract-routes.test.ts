import { expect, test } from '@jest/globals';
import { allowedMethods, routeOf } from './contract-routes.js';

test.each<[string, string[]]>([
  ['/v1/conversations', ['GET', 'HEAD', 'PATCH', 'POST']],
  ['/v1/conversations/?limit=1', ['GET', 'HEAD', 'PATCH', 'POST']],
  ['/v1/conversations/any', ['GET', 'HEAD', 'PATCH']],
  ['/v1/conversations/any/receipt', ['PUT']],
  ['/v1/visitors/me', ['DELETE', 'GET', 'HEAD', 'PATCH']],
  ['/v1/sites/demo/visitors', ['POST']],
  ['/v1/sites/demo/visitors/more', []],
  ['/v1/sites//visitors', []],
  ['/v1', []],
  ['/health/live', []],
])('%s takes %j', (url, methods) => {
  expect(allowedMethods(url).toSorted()).toEqual(methods);
});

test('a place of its own is not taken for somebody of that name', () => {
  expect(routeOf('GET', '/v1/visitors/me')?.name).toBe('getMe');
  expect(routeOf('GET', '/v1/visitors/0197a2c4-1f00-7c3e-8a11-3b5d9e2f7c10')?.name).toBe('getVisitor');
  expect(routeOf('PUT', '/v1/visitors/me')).toBeUndefined();
});
