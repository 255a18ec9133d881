import { fileURLToPath } from 'node:url';

/**
 * A check looks at the repository and answers its findings, one line each; none means that all is well.
 *
 * @typedef {(root: string) => string[] | Promise<string[]>} Check
 */

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Lets a check's file be a command of its own: prints the findings and fails if there are any. Does nothing when the
 * file is imported.
 *
 * @param {string} url the file's `import.meta.url`
 * @param {Check} check
 */
export async function command(url, check) {
  if (process.argv[1] !== fileURLToPath(url)) return;
  const findings = await check(root);
  for (const finding of findings) console.error(finding);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
