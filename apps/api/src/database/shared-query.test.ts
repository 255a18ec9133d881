import { expect, test } from '@jest/globals';
import { SharedQuery } from './shared-query.js';

test('what is asked while a query is under way goes together in the next one', async () => {
  const groups: (readonly number[])[] = [];
  const twice = new SharedQuery(async (numbers: readonly number[]) => {
    groups.push(numbers);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return numbers.map((number) => 2 * number);
  });
  const first = twice.ask(1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const others = [2, 3, 4].map((number) => twice.ask(number));
  expect(await first).toBe(2);
  expect(await Promise.all(others)).toEqual([4, 6, 8]);
  expect(groups).toEqual([[1], [2, 3, 4]]);
});

test('an error is for those who asked, and the next ones are answered', async () => {
  let broken = true;
  const query = new SharedQuery(async (questions: readonly string[]) => {
    if (broken) throw new Error('away');
    return questions;
  });
  const refused = await Promise.allSettled([query.ask('a'), query.ask('b')]);
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await query.ask('c')).toBe('c');
});

test('in a crowd, a query waits for more questions after the one before it', async () => {
  const groups: (readonly number[])[] = [];
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const begun = new Promise<SharedQuery<number, number>>((resolve) => {
    const query: SharedQuery<number, number> = new SharedQuery(async (questions: readonly number[]) => {
      groups.push(questions);
      resolve(query);
      await finished;
      return questions;
    }, 500);
    void query.ask(1);
  });
  const query = await begun;
  const waiting = [2, 3].map((number) => query.ask(number));
  finish();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const late = query.ask(4);
  expect(await Promise.all([...waiting, late])).toEqual([2, 3, 4]);
  expect(groups).toEqual([[1], [2, 3, 4]]);
});
