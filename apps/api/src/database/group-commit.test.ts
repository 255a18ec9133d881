import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { ProblemError } from '../http/problem.js';
import { GroupCommit } from './group-commit.js';

/** Transactions that take a while; `outcomeOf` decides what becomes of each job, and may throw for the whole group. */
function transactions(outcomeOf: (job: string) => string | ProblemError = (job) => `done ${job}`) {
  const groups: string[][] = [];
  const commits = new GroupCommit<string, string>(async (jobs) => {
    const outcomes = jobs.map(outcomeOf);
    groups.push([...jobs]);
    await sleep(5);
    return outcomes;
  });
  return { commits, groups };
}

test('what comes while a transaction is under way goes together in the next one, in its order', async () => {
  const { commits, groups } = transactions();
  const first = commits.submit('0');
  await sleep(2);
  const rest = await Promise.all(['1', '2', '3'].map((job) => commits.submit(job)));
  expect(await first).toBe('done 0');
  expect(rest).toEqual(['done 1', 'done 2', 'done 3']);
  expect(groups).toEqual([['0'], ['1', '2', '3']]);
});

test('one that is refused concerns nobody else', async () => {
  const { commits, groups } = transactions((job) => (job === 'bad' ? new ProblemError('not_found') : job));
  const outcomes = await Promise.allSettled(['good', 'bad', 'fine'].map((job) => commits.submit(job)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toHaveLength(1);
});

test('one that breaks the transaction is found out, and the others are done without it', async () => {
  const { commits, groups } = transactions((job) => {
    if (job === 'poison') throw new Error('the database will not have it');
    return job;
  });
  const outcomes = await Promise.allSettled(['good', 'poison', 'fine'].map((job) => commits.submit(job)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toEqual([['good'], ['fine']]);
});

test('while the database is away, all are told so at once', async () => {
  let attempts = 0;
  const { commits } = transactions(() => {
    attempts += 1;
    throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
  });
  const outcomes = await Promise.allSettled(['1', '2', '3'].map((job) => commits.submit(job)));
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(attempts).toBe(1);
});

test('ER1: who comes when too many wait is told to come again, and those who wait are served', async () => {
  const { commits } = transactions();
  const jobs = Array.from({ length: 5_000 }, (_, n) => `${n}`);
  const outcomes = await Promise.allSettled(jobs.map(async (job) => commits.submit(job)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(outcomes.length - refused.length).toBe(2_048);
  expect(refused[0]?.reason).toMatchObject({ code: 'unavailable', extra: { retryAfterSeconds: 1 } });
  expect(await commits.submit('later')).toBe('done later');
});
