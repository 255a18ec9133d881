import { expect, test } from '@jest/globals';
import { BadRequestException, HttpException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { type ErrorCode, errorCodes, problem } from '@porchlight/protocol';
import { QueryFailedError } from 'typeorm';
import { toProblem } from './problem.filter.js';
import { ProblemError, problemBody } from './problem.js';

test.each(Object.keys(errorCodes) as ErrorCode[])('ER1: the body of %s has the form of the contract', (code) => {
  const errors = [{ path: 'text', message: 'must have 1 to 10000 characters' }];
  for (const error of [new ProblemError(code), new ProblemError(code, 'A sentence', { errors })]) {
    const body = problemBody(error, 'request-1');
    expect(problem.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
    expect(body).toMatchObject({ type: `urn:porchlight:problem:${code}`, status: errorCodes[code].status, code });
  }
});

test.each<[string, unknown, ErrorCode]>([
  ['one of ours', new ProblemError('refused', 'No'), 'refused'],
  ['400 of Nest', new BadRequestException('no'), 'invalid'],
  ['404 of Nest', new NotFoundException('Cannot GET /secret'), 'not_found'],
  ['413 of Nest', new PayloadTooLargeException(), 'too_large'],
  ['418 of Nest', new HttpException('teapot', 418), 'invalid'],
  ['502 of Nest', new HttpException('gateway', 502), 'internal'],
  ['413 of Fastify', Object.assign(new Error('too large'), { statusCode: 413 }), 'too_large'],
  ['415 of Fastify', Object.assign(new Error('type'), { statusCode: 415 }), 'unsupported_media_type'],
  ['500 of Fastify', Object.assign(new Error('no'), { statusCode: 500 }), 'internal'],
  ['a lost database', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unavailable'],
  ['a TypeError', new TypeError('x is not a function'), 'internal'],
  ['a string', 'thrown', 'internal'],
  ['nothing', undefined, 'internal'],
])('%s is answered as it should be', (_what, thrown, code) => {
  expect(toProblem(thrown).code).toBe(code);
});

test('ER1: a lost database says when to come back', () => {
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
  expect(toProblem(lost).extra.retryAfterSeconds).toBeGreaterThan(0);
});

test.each<[string, unknown]>([
  ['a query', new QueryFailedError('SELECT secret FROM agents', ['hunter2'], new Error('column "secret" is missing'))],
  ['an error', new Error('secret in /home/me/secret.txt')],
  ['Nest', new NotFoundException('Cannot GET /v1/secret')],
  ['Fastify', Object.assign(new Error('secret is not a valid url component'), { statusCode: 400 })],
])('ER2: nothing of the message of %s gets out', (_what, thrown) => {
  const body = JSON.stringify(problemBody(toProblem(thrown), 'request-1'));
  expect(body).not.toMatch(/secret|hunter2|select|\/home/i);
});
