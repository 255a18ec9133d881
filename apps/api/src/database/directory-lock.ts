import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../startup-error.js';

/** Longest path of a Unix domain socket that every system takes (sockaddr_un is 104 bytes on BSD, 108 on Linux). */
const MAX_SOCKET_PATH = 100;
/** How often a process tries before it believes that the directory is taken, and how long it waits between, in milliseconds. */
const ATTEMPTS = 4;
const PAUSE_MS = 100;

/** Holds a data directory for one process. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * Takes a data directory for this process alone. Whoever wants it listens on a socket of its own and then looks whether
 * anybody answers on another one: of several, at most one sees nobody. The kernel lets go of a socket however its process
 * ends, no process number can be mistaken for it, and a socket that is dead stays dead and can be cleared away.
 *
 * Throws a StartupError when another process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const place = placeOf(directory);
    const name = `${place.prefix}${randomBytes(4).toString('hex')}.lock`;
    const server = await listen(join(place.folder, name));
    const others = readdirSync(place.folder).filter(
      (other) => other.startsWith(place.prefix) && other.endsWith('.lock') && other !== name,
    );
    const answered = await Promise.all(others.map((other) => isAnswered(join(place.folder, other))));
    const release = () => new Promise<void>((resolve) => server.close(() => resolve()));
    if (!answered.includes(true)) {
      server.unref();
      return { release };
    }
    await release();
    // Two that began at the same moment have seen each other.
    await sleep(PAUSE_MS * Math.random());
  }
  throw new StartupError('DATA_DIR is in use by another Porchlight process; stop that one or choose another directory');
}

/** Where the sockets of a directory are: in it, unless its path is too long for them. */
function placeOf(directory: string): { folder: string; prefix: string } {
  const prefix = 'porchlight-';
  if (Buffer.byteLength(join(directory, `${prefix}00000000.lock`)) <= MAX_SOCKET_PATH)
    return { folder: directory, prefix };
  const digest = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  return { folder: tmpdir(), prefix: `${prefix}${digest}-` };
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

/** Whether a process listens on a socket; one on which nobody does is removed. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      const isDead = code === 'ECONNREFUSED' || code === 'ENOENT';
      if (isDead) rmSync(path, { force: true });
      resolve(!isDead);
    });
  });
}
