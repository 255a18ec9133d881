import { createServer } from 'node:http';
import { createChannel, createSession } from 'better-sse';
import { onPublish } from '../../support/published.js';

const everybody = createChannel();

createServer(async (request, response) => {
  everybody.register(await createSession(request, response));
}).listen(process.env.PORT, '127.0.0.1', 20_000);

onPublish((event) => everybody.broadcast(event, event.type, { eventId: `epoch0000000.${event.position}` }));
