import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from './answers.js';

/** A thousand and more readers in a process of their own, so light that they cost little beside the server. */

const MARK = '^'.charCodeAt(0);
/** A text frame with a `2`. */
const PING = Buffer.from([0x81, 0x01, 0x32]);
/** Client frames of a WebSocket, masked with zeros. */
const textFrame = (text) => Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);

/** A lost reader comes back after at most this long the first time, in milliseconds. */
const RETRY_MS = 1_000;

let sockets = [];
let events = 0;
let lost = 0;

answer({
  /** Opens one for each request, `width` at a time; `opened` is what it sees when it is live. */
  async open({ port, requests, opened, width = 50 }) {
    let next = 0;
    const lane = async () => {
      while (next < requests.length) await open(port, requests[next++], opened);
    };
    await Promise.all(Array.from({ length: width }, lane));
  },

  /** All of them again, each for itself and until it is let in; waits until each has got so many events. */
  async reopen({ port, requests, opened, events: missed }) {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    events = 0;
    await Promise.all(requests.map((request) => retry(port, request, opened)));
    await received(missed * requests.length, 60_000);
  },

  /** Waits until so many events more than before have come to all of them together. */
  async received(count) {
    await received(count, 20_000);
    if (lost > 0) throw new Error(`${lost} readers are lost`);
  },

  lost: () => lost,
});

async function received(count, ms) {
  const deadline = Date.now() + ms;
  while (events < count) {
    if (Date.now() > deadline) throw new Error(`${events} of ${count} came`);
    await sleep(1);
  }
  if (events > count) throw new Error(`${events} came instead of ${count}`);
  events = 0;
}

/** With the backoff of the client: at random below a limit that doubles. */
async function retry(port, request, opened) {
  for (let limit = RETRY_MS; ; limit = Math.min(30_000, 2 * limit)) {
    await sleep(Math.random() * limit);
    const came = await open(port, request, opened).then(
      () => true,
      () => false,
    );
    if (came) return;
  }
}

async function open(port, request, opened) {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  socket.on('data', count);
  await once(socket, 'connect');
  await new Promise((resolve, reject) => {
    let seen = '';
    const look = (data) => {
      seen = (seen + data.toString('latin1')).slice(-2_000);
      if (/^HTTP\/1.1 [^12]/.test(seen)) return reject(new Error(seen));
      // Socket.IO opens its transport, and then has to be asked for a session.
      if (opened === 'sid' && !socket.asked) {
        if (!seen.includes('"pingInterval"')) return;
        socket.asked = true;
        seen = '';
        socket.write(textFrame('40'));
      }
      if (!seen.includes(opened)) return;
      socket.off('data', look);
      if (opened === 'sid') socket.on('data', answerPing);
      socket.off('close', reject);
      socket.on('close', () => (lost += 1));
      sockets.push(socket);
      resolve();
    };
    socket.on('data', look);
    socket.on('close', reject);
    socket.write(request);
  });
}

function count(data) {
  for (let at = data.indexOf(MARK); at >= 0; at = data.indexOf(MARK, at + 1)) events += 1;
}

/** Engine.IO asks now and then whether somebody is there. */
function answerPing(data) {
  if (data.includes(PING)) this.write(textFrame('3'));
}

setInterval(() => undefined, 60_000);
