import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** Questions of one query: more of them would make the others wait. */
const MAX_GROUP = 500;
/** So long a crowd that opens streams waits for each other, in milliseconds. */
export const CROWD_MS = 25;

interface Waiting<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/**
 * Answers questions of one kind by one query: those that come while one is under way go together in the next one. Each is
 * answered by a query that began after it was asked, so nothing is answered from the past. A crowd costs as many
 * queries as fit into the time it takes, however large it is.
 */
export class SharedQuery<Question, Answer> {
  private readonly waiting: Waiting<Question, Answer>[] = [];
  private busy = false;

  /**
   * `answerAll` answers in the order of the questions; what it throws, all who asked get. Where several wait already, the next
   * query begins `everyMs` after the one before it at the earliest, in milliseconds, so that even a quick one brings many
   * answers.
   */
  constructor(
    private readonly answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
    private readonly everyMs = 0,
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.busy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      // What the same turn of the event loop still reads from its sockets comes along.
      await nextTurn();
      const group = this.waiting.splice(0, MAX_GROUP);
      const due = performance.now() + this.everyMs;
      try {
        const answers = await this.answerAll(group.map(({ question }) => question));
        for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
      const early = due - performance.now();
      if (this.waiting.length > 1 && this.waiting.length < MAX_GROUP && early > 0) await pause(early);
    }
    this.busy = false;
  }
}
