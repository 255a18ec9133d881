import { fileURLToPath } from 'node:url';
import { createDirectory } from '../support/database.js';
import { Program } from '../support/program.js';

/** Messages a second that PGlite takes when each is one INSERT and nothing else, in a process of its own. */
export async function measureInsert({ warmUp, seconds }) {
  const program = new Program(fileURLToPath(new URL('insert.js', import.meta.url)));
  try {
    await program.ask('open', createDirectory());
    await program.ask('insert', warmUp);
    return await program.ask('insert', seconds);
  } finally {
    await program.stop();
  }
}
