import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.js';

/** Refuses to go on if the port is taken: better now than after a minute of building. */
export async function requireFreePort(port, host, variable) {
  const probe = createServer();
  probe.listen({ port, host });
  try {
    await once(probe, 'listening');
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new StartError(`Port ${port} is taken. Choose another one: ${variable}=${port + 100} npm start`);
    }
    throw new StartError(`Cannot listen on port ${port} (${variable}): ${error.code}.`);
  }
  probe.close();
  await once(probe, 'close');
}
