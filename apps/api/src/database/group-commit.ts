import { setImmediate as nextTurn } from 'node:timers/promises';
import { ProblemError } from '../http/problem.js';
import { isDatabaseAway } from './database-errors.js';

/** Jobs of one transaction: more of them make it longer without making it cheaper for each. */
const MAX_GROUP = 256;
/** Who comes when so many wait is told to come again: that costs less than waiting for what a client has given up. */
const MAX_WAITING = 2_048;

interface Waiting<Job, Done> {
  job: Job;
  resolve(done: Done): void;
  reject(reason: unknown): void;
}

/**
 * Group commit: jobs that arrive while a transaction is under way go together in the next one, so that locks are taken, and
 * the disk waited for, once for all of them. Each is answered after the commit that has it (MS2).
 */
export class GroupCommit<Job, Done> {
  private readonly waiting: Waiting<Job, Done>[] = [];
  private working = false;

  /** `commit` does jobs in one transaction, and answers what became of each once that is committed. */
  constructor(private readonly commit: (jobs: readonly Job[]) => Promise<(Done | ProblemError)[]>) {}

  get waitingCount(): number {
    return this.waiting.length;
  }

  /** Throws what `commit` answers for this job or throws for all, and `unavailable` when too many wait. */
  submit(job: Job): Promise<Done> {
    if (this.waiting.length >= MAX_WAITING) {
      throw new ProblemError('unavailable', 'Too many requests at once', { retryAfterSeconds: 1 });
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, resolve, reject });
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      // What this turn of the event loop still reads from its sockets comes along.
      await nextTurn();
      await this.commitGroup(this.waiting.splice(0, MAX_GROUP));
    }
    this.working = false;
  }

  private async commitGroup(group: readonly Waiting<Job, Done>[]): Promise<void> {
    try {
      const outcomes = await this.commit(group.map(({ job }) => job));
      for (const [index, outcome] of outcomes.entries()) {
        if (outcome instanceof ProblemError) group[index]?.reject(outcome);
        else group[index]?.resolve(outcome);
      }
    } catch (error) {
      // One that the database refuses must not take the others with it.
      if (group.length > 1 && !isDatabaseAway(error)) for (const one of group) await this.commitGroup([one]);
      else for (const { reject } of group) reject(error);
    }
  }
}
