import { once } from 'node:events';
import { createRequire } from 'node:module';
import { numbersIn } from './numbers.js';

const peers = createRequire(new URL('../peers/package.json', import.meta.url));

export async function createAuthors(senders, { conversations, writers }) {
  const { status, body } = await senders[0].send('POST', '/bench', {
    body: JSON.stringify({ conversations, writers }),
  });
  if (status !== 201) throw new Error(`The habitual stack answered ${status}: ${body}`);
  return JSON.parse(body).map(({ token, conversationId }) => ({
    token,
    path: `/conversations/${conversationId}/messages`,
  }));
}

export function post(sender, { path, token }, _clientId, text) {
  return sender.send('POST', path, { token, body: JSON.stringify({ text }) });
}

/** Speaks as much of Engine.IO as a reader has to, over the lightest WebSocket client. */
export async function listen(port, sender, onNumber) {
  const { token } = JSON.parse((await sender.send('POST', '/bench/agent', { body: '{}' })).body);
  const { WebSocket } = peers('ws');
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  const find = numbersIn(onNumber);
  socket.on('message', (data) => {
    const text = data.toString();
    if (text === '2') socket.send('3');
    else if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token })}`);
    else if (text.startsWith('40')) socket.emit('live');
    else find(text);
  });
  await once(socket, 'live');
}
