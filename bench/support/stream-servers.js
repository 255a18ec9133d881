import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildPeer } from '../peers/install.js';
import { createDatabase, createDirectory } from './database.js';
import { hasNchan, startNchan } from './nginx.js';
import { freePort, Program, startApi } from './program.js';
import { Sender } from './sender.js';

/**
 * Servers of streams: Porchlight and its peers. Each answers `publish`, and says how its readers open a stream. Porchlight
 * has so many visitors in a room; when there are more streams, those are tabs of theirs.
 */

const HOOK = new URL('../fan-out/porchlight.hook.js', import.meta.url).href;
const PUBLISHED = new URL('published.js', import.meta.url).href;

const upgrade = (path) =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`;

const peer =
  (name, opened, request = 'GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n') =>
  async () => {
    const port = await freePort();
    const main =
      name === 'nest-sse' ? buildPeer(name) : fileURLToPath(new URL(`../peers/streams/${name}.js`, import.meta.url));
    const program = new Program(main, { env: { PORT: String(port), PUBLISHED } });
    await program.listening(port);
    return { program, port, opened, requests: (count) => Array(count).fill(request) };
  };

export const streamServers = {
  'node:http, one shared buffer': peer('node-http', '\r\n\r\n'),
  Porchlight: startPorchlight,
  'Nest @Sse with a Subject': peer('nest-sse', '\r\n\r\n'),
  'better-sse': peer('better-sse', '\r\n\r\n'),
  'socket.io, WebSocket only': peer('socket-io', 'sid', upgrade('/socket.io/?EIO=4&transport=websocket')),
  ws: peer('ws', '\r\n\r\n', upgrade('/')),
  ...(hasNchan ? { 'nginx with nchan': startNchan } : {}),
};

async function startPorchlight(server, members = 100) {
  const database = await createDatabase(server);
  const settings = { DATABASE_URL: database.url, DATA_DIR: createDirectory() };
  const first = await startApi(settings);
  const visitors = await joinRoom(first.port, members);
  await first.stop();
  // Another process than the one that was busy with all their joining, and has room from that.
  const program = await startApi(settings, [`--import=${HOOK}`]);
  const { port } = program;
  await program.ask('publishIn', visitors[0].room);
  const request = ({ token }) =>
    `GET /v1/events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n\r\n`;
  return {
    ...{ program, port, database, visitors, opened: 'event: presence' },
    requests: (count) => Array.from({ length: count }, (_, n) => request(visitors[n % visitors.length])),
  };
}

/** Makes so many visitors members of the room of the demo site. */
export async function joinRoom(port, count) {
  const visitors = [];
  const lane = async () => {
    const sender = new Sender(port);
    const post = async (path, body, token) => {
      const reply = await sender.send('POST', path, { token, body: JSON.stringify(body) });
      if (reply.status >= 300) throw new Error(`POST ${path} was answered ${reply.status}: ${reply.body}`);
      return JSON.parse(reply.body);
    };
    while (visitors.length < count) {
      const visitor = {};
      visitors.push(visitor);
      const { token, cursor } = await post('/v1/sites/demo/visitors', {});
      const { id } = await post('/v1/conversations', { clientId: randomUUID(), room: 'lobby' }, token);
      Object.assign(visitor, { token, cursor, room: id });
    }
    sender.close();
  };
  await Promise.all(Array.from({ length: Math.min(16, count) }, lane));
  return visitors;
}
