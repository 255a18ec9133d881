/** A reason not to start that the user can act on: shown as it is, without a stack. */
export class StartError extends Error {
  /**
   * @param {string} message one clear sentence
   * @param {number} exitCode what the process ends with
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'StartError';
    this.exitCode = exitCode;
  }
}
