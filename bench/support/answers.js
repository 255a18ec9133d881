import { EventEmitter, once } from 'node:events';

/** What a child process can be asked by `Program.ask`. A child whose benchmark is gone goes too. */
const answers = new Map();
const registered = new EventEmitter();

export function answer(more) {
  for (const [name, handler] of Object.entries(more)) {
    answers.set(name, handler);
    registered.emit(name);
  }
}

process.on('message', async ({ id, name, argument }) => {
  try {
    // The program may still be loading.
    if (!answers.has(name)) await once(registered, name);
    process.send({ id, value: await answers.get(name)(argument) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.on('disconnect', () => process.exit(1));
