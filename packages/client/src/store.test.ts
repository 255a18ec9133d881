import { expect, test } from '@jest/globals';
import { WritableStore } from './store.js';

test('listeners hear the last of several changes, once a microtask', async () => {
  const store = new WritableStore(0);
  const heard: number[] = [];
  const end = store.subscribe((value) => heard.push(value));
  store.set(1);
  store.set(2);
  expect(store.get()).toBe(2);
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard).toEqual([2]);
  store.set(2);
  await Promise.resolve();
  expect(heard).toEqual([2]);
  store.set(3);
  end();
  await Promise.resolve();
  expect(heard).toEqual([2]);
});

test('a change that a listener makes is told as well', async () => {
  const store = new WritableStore(0);
  const heard: number[] = [];
  store.subscribe((value) => {
    heard.push(value);
    if (value < 3) store.set(value + 1);
  });
  store.set(1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard).toEqual([1, 2, 3]);
});

test('the same function may listen twice, and each ends alone', async () => {
  const store = new WritableStore(0);
  let calls = 0;
  const listener = () => calls++;
  const end = store.subscribe(listener);
  store.subscribe(listener);
  end();
  end();
  store.set(1);
  await Promise.resolve();
  expect(calls).toBe(1);
});
