import { createServer } from 'node:http';
import { onPublish } from '../../support/published.js';

/** The limit of Node: one buffer, written to all. */
const readers = new Set();

createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  response.write(':\n\n');
  readers.add(response);
  response.on('close', () => readers.delete(response));
}).listen(process.env.PORT, '127.0.0.1', 20_000);

onPublish((event) => {
  const bytes = Buffer.from(
    `event: ${event.type}\nid: epoch0000000.${event.position}\ndata: ${JSON.stringify(event)}\n\n`,
  );
  for (const response of readers) response.write(bytes);
});
