import { ProblemError } from '../http/problem.js';

/** Throws `outdated` when a change was made to another version than the row has. Without one it was made blindly. */
export function checkVersion({ version }: { version: number }, seen: number | undefined): void {
  if (seen !== undefined && seen !== version) {
    throw new ProblemError('outdated', 'It has been changed since the version that this change was made to');
  }
}
