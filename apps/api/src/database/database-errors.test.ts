import { expect, test } from '@jest/globals';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isDatabaseAway, isUniqueViolation } from './database-errors.js';

const withCode = (code: string, message = 'failed') => Object.assign(new Error(message), { code });
const wrapped = (error: Error) => new QueryFailedError('SELECT 1', [], error);

test.each([
  withCode('ECONNREFUSED'),
  withCode('ECONNRESET'),
  withCode('08006'),
  withCode('57P01'),
  withCode('57P03'),
  withCode('53300'),
  wrapped(withCode('57P01')),
  new Error('Connection terminated unexpectedly'),
  wrapped(new Error('Connection terminated unexpectedly')),
  new Error('timeout exceeded when trying to connect'),
  new Error('Client has encountered a connection error and is not queryable'),
  new QueryRunnerAlreadyReleasedError(),
  new QueryRunnerProviderAlreadyReleasedError(),
])('%s says that the database is away', (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  withCode('23505'),
  withCode('42601'),
  wrapped(withCode('22P02')),
  new Error('failed'),
  'ECONNREFUSED',
  null,
])('%s does not', (error) => {
  expect(isDatabaseAway(error)).toBe(false);
});

test('a unique violation is one also when TypeORM wraps it', () => {
  expect(isUniqueViolation(wrapped(withCode('23505')))).toBe(true);
  expect(isUniqueViolation(wrapped(withCode('23503')))).toBe(false);
});
