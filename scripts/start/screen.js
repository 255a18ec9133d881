import { env, stderr, stdout } from 'node:process';

const coloured = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';

const paint = (code) => (text) => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text);
export const bold = paint(1);
export const dim = paint(2);
const link = paint('4');
const warm = paint(33);

/** Runs a step of the preparation, and says what it is and how long it took. */
export async function step(name, work) {
  const start = performance.now();
  stdout.write(`  ${name} … `);
  try {
    await work();
    stdout.write(dim(`${((performance.now() - start) / 1000).toFixed(1)} s\n`));
  } catch (error) {
    stdout.write('\n');
    throw error;
  }
}

const row = (name, value) => `  ${dim(name.padEnd(12))}${value}\n`;

/** Everything a person needs to go on, once. */
export function welcome({ demoUrl, inboxUrl, signIn, logs }) {
  const lines = [`\n  ${warm('●')} ${bold('Porchlight is on')}\n\n`];
  if (demoUrl) {
    lines.push(row('Demo site', link(`${demoUrl}/`)), row('Community', link(`${demoUrl}/community.html`)));
  }
  lines.push(row('Inbox', link(inboxUrl)));
  if (signIn) lines.push('\n', row('Sign in as', bold(signIn.email)));
  if (signIn?.password)
    lines.push(row('Password', bold(signIn.password)), `  ${' '.repeat(12)}${dim('Shown only this once.')}\n`);
  lines.push(`\n  ${dim(`${logs ? `Logs are in ${logs}. ` : ''}Ctrl-C stops everything.`)}\n\n`);
  stdout.write(lines.join(''));
}

/** A line in between. */
export function say(text) {
  stdout.write(`\n  ${text}\n`);
}

/** The one line of an error. */
export function complain(text) {
  stderr.write(`${text}\n`);
}
