import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { operations } from './operations.js';
import type { RouteName } from './routes.js';
import { pathOf, routes } from './routes.js';

const names = Object.keys(routes) as RouteName[];

test('every route has an operation, and the other way round', () => {
  expect(Object.keys(operations).toSorted()).toEqual(names.toSorted());
});

test('no two routes share method and path, whatever their parameters are called', () => {
  const places = names.map((name) => `${routes[name].method} ${routes[name].path.replace(/\{\w+\}/g, '{}')}`);
  expect(new Set(places).size).toBe(places.length);
});

test.each(names)('%s: the parameters of its path are those of its operation', (name) => {
  const inPath = [...routes[name].path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const operation = operations[name];
  expect(Object.keys('params' in operation ? operation.params.shape : {})).toEqual(inPath);
});

test('a parameter cannot leave its segment', () => {
  expect(pathOf('getSite', { site: '../agents?x=1#y' })).toBe('/v1/sites/..%2Fagents%3Fx%3D1%23y');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 1 }), (conversation, message) => {
      const segments = pathOf('updateMessage', { conversation, message }).split('/');
      expect(segments.length).toBe(6);
      expect(decodeURIComponent(segments[3] as string)).toBe(conversation);
      expect(decodeURIComponent(segments[5] as string)).toBe(message);
    }),
  );
});
