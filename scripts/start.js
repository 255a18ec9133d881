/**
 * `npm start`: on a machine with Node and nothing else, installs, builds and runs Porchlight and its demo site.
 * This file holds only what an old Node can read, so that it can say what is missing; the rest is in start/.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Porchlight needs Node 20.19 or newer; this is ${process.version}.`);
  process.exitCode = 1;
} else {
  void import('./start/run.js').then(({ run }) => run(process.argv.slice(2)));
}
