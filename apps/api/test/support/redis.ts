import { once } from 'node:events';
import { connect } from 'node:net';

const URL_OF_THIS_MACHINE = 'redis://127.0.0.1:6379';

/**
 * A Redis for tests: that of TEST_REDIS_URL, else one that runs on this machine; undefined where there is none. With
 * REQUIRE_SERVICES=1 there must be one.
 */
export async function findRedis(): Promise<string | undefined> {
  const url = process.env['TEST_REDIS_URL'] ?? URL_OF_THIS_MACHINE;
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 2_000 });
  try {
    await once(socket, 'connect');
    return url;
  } catch (error) {
    if (process.env['REQUIRE_SERVICES'] === '1') throw new Error('No Redis, and REQUIRE_SERVICES=1', { cause: error });
    return undefined;
  } finally {
    socket.destroy();
  }
}
