import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { onPublish } from '../../support/published.js';

const server = createServer();
const sockets = new WebSocketServer({ server });
server.listen(process.env.PORT, '127.0.0.1', 20_000);

onPublish((event) => {
  const bytes = Buffer.from(JSON.stringify(event));
  for (const socket of sockets.clients) socket.send(bytes, { binary: false });
});
