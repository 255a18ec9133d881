import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config/config.js';
import { StartupError } from './startup-error.js';

/**
 * Connections that the system may keep until they are accepted; it takes the less of this and its own limit, which is
 * net.core.somaxconn on Linux, usually 4,096. What finds no room is tried again by the caller's system after 1, 3, 7, 15 and
 * 31 seconds, so that with Node's 511 a crowd that comes back is whole only half a minute later.
 */
export const BACKLOG = 8_192;

/**
 * Throws a StartupError when the address cannot be listened on. Asked before anything is opened, so that a mistake costs
 * no time and leaves no trace.
 */
export async function checkAddress({ port, host }: Config): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
  } catch (error) {
    throw explainListening(error);
  }
  probe.close();
  await once(probe, 'close');
}

/** What can be put right about an address that cannot be listened on. */
export function explainListening(error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartupError('PORT is taken by another program; choose another');
    case 'EACCES':
    case 'EPERM':
      return new StartupError('PORT or HOST may not be used by this user');
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError('HOST is no address of this machine');
    default:
      return error;
  }
}
