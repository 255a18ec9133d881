import { expect } from '@jest/globals';
import { errorCodes, PROBLEM_MEDIA_TYPE, type Problem, problem } from '@porchlight/protocol';
import type { RawReply } from './raw-http.js';

/** What no answer may show (ER2): a frame of a stack, SQL, or a place on the server's disk. */
const LEAKS = [
  /^\s*at .+:\d+:\d+/m,
  /\b(select|insert into|update|delete from)\b[^.]*\b(from|values|set|where)\b/i,
  /\b(relation|column|constraint) "/i,
  /node_modules|\/dist\/|\/src\/|\/tmp\/|file:\/\//,
  /typeorm|pglite|postgres|fastify|FST_|QueryFailed/i,
];

/** Holds an answer against the form of every error (ER1) and looks for what it must not tell (ER2). */
export function expectProblem(reply: RawReply, statuses: readonly number[], what: string): Problem {
  expect({ what, answer: reply.status, text: statuses.includes(reply.status) ? '' : reply.text }).toEqual({
    what,
    answer: statuses.find((status) => status === reply.status) ?? statuses.join(' or '),
    text: '',
  });
  expect(reply.headers['content-type']).toMatch(new RegExp(`^${PROBLEM_MEDIA_TYPE.replace('+', '\\+')}(;|$)`));
  const body = problem.parse(JSON.parse(reply.text));
  expect(body).toMatchObject({
    status: reply.status,
    type: `urn:porchlight:problem:${body.code}`,
    title: errorCodes[body.code].title,
  });
  expect(errorCodes[body.code].status).toBe(reply.status);
  for (const leak of LEAKS) expect(reply.text).not.toMatch(leak);
  return body;
}
