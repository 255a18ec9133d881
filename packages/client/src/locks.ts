import { inPage } from './page.js';
import { within } from './within.js';

/** Another tab that holds a lock for longer than this is frozen, in milliseconds. */
const FROZEN_AFTER_MS = 30_000;

/** Web Locks where tabs exist beside this one; absent outside of pages, in old browsers and on plain HTTP. */
export const webLocks: LockManager | undefined = inPage ? navigator.locks : undefined;

/** Runs `work` while no other tab runs any under the same name; where there are no locks, at once. */
export function exclusively<Result>(
  name: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
  locks = webLocks,
): Promise<Result> {
  if (!locks) return work();
  return within(signal, async (waiting) => {
    const timer = setTimeout(() => waiting.abort(), FROZEN_AFTER_MS);
    let begun = false;
    const begin = () => {
      begun = true;
      clearTimeout(timer);
      return work();
    };
    try {
      return (await locks.request(name, { signal: waiting.signal }, begin)) as Result;
    } catch (error) {
      clearTimeout(timer);
      if (begun || signal.aborted) throw error;
      // Either its holder is frozen, or this page may not use locks.
      return waiting.signal.aborted ? ((await locks.request(name, { steal: true }, work)) as Result) : work();
    }
  });
}
