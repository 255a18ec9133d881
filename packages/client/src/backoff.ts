const BASE_MS = 1_000;
const LONGEST_MS = 30_000;

/** Exponential backoff with full jitter: anything from 0 to a limit that doubles with each failure, in milliseconds. */
export function backoff(failures: number, random = Math.random): number {
  return random() * Math.min(LONGEST_MS, BASE_MS * 2 ** failures);
}

/** Waits; ends early, without an error, when `signal` aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
