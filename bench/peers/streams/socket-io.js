import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { onPublish } from '../../support/published.js';

const server = createServer();
const io = new Server(server, { transports: ['websocket'] });
server.listen(process.env.PORT, '127.0.0.1', 20_000);

onPublish((event) => io.emit(event.type, event));
