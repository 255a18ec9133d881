import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { ADMIN } from '../support/program.js';
import { numbersIn } from './numbers.js';

export async function createAuthors(senders, { conversations, writers }) {
  const authors = [];
  const lane = async (sender) => {
    while (authors.length < writers) {
      const author = {};
      authors.push(author);
      author.token = (await call(sender, 'POST', '/v1/sites/demo/visitors', {})).token;
      const begin = { clientId: randomUUID(), ...(conversations === 1 && { room: 'lobby' }) };
      const { id } = await call(sender, 'POST', '/v1/conversations', begin, author.token);
      author.path = `/v1/conversations/${id}/messages`;
    }
  };
  await Promise.all(senders.map(lane));
  return authors;
}

export function post(sender, { path, token }, clientId, text) {
  return sender.send('POST', path, { token, body: JSON.stringify({ clientId, text }) });
}

/** The stream of an agent, who gets everything. Resolves when it is live. */
export async function listen(port, sender, onNumber) {
  const { token } = await call(sender, 'POST', '/v1/auth/login', ADMIN);
  const headers = { Authorization: `Bearer ${token}` };
  const sending = request({ host: '127.0.0.1', port, path: '/v1/events/stream', headers }).end();
  const [response] = await once(sending, 'response');
  if (response.statusCode !== 200) throw new Error(`The stream was answered ${response.statusCode}`);
  response.setEncoding('utf8');
  const find = numbersIn(onNumber);
  await new Promise((resolve) => {
    response.on('data', (text) => {
      // The greeting comes when the stream has joined the live feed.
      if (text.includes('event: presence')) resolve();
      find(text);
    });
  });
}

async function call(sender, method, path, body, token) {
  const reply = await sender.send(method, path, { token, body: JSON.stringify(body) });
  if (reply.status >= 300) throw new Error(`${method} ${path} was answered ${reply.status}: ${reply.body}`);
  return JSON.parse(reply.body);
}
