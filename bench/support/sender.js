import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** One keep-alive connection over plain HTTP/1.1, one request at a time; far lighter than a client that can do everything. */
export class Sender {
  #port;
  #socket;
  #received = Buffer.alloc(0);
  #answered;
  #failed;

  constructor(port) {
    this.#port = port;
    this.#connect();
  }

  #connect() {
    this.#socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (data) => this.#take(data));
    const lost = (cause) => this.#failed?.(new Error(`The connection was closed: ${cause?.code ?? 'by the server'}`));
    this.#socket.on('error', lost).on('close', lost);
  }

  /** Resolves with the status, and the body as text. */
  send(method, path, { token, body } = {}) {
    // A server closes what has been idle for long, by default after five seconds.
    if (!this.#socket.writable) this.#connect();
    const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${token ? `Authorization: Bearer ${token}\r\n` : ''}`;
    this.#socket.write(
      body === undefined
        ? `${head}\r\n`
        : `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
    });
  }

  close() {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(data) {
    this.#received = this.#received.length === 0 ? data : Buffer.concat([this.#received, data]);
    const end = this.#received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const begin = end + HEAD_END.length;
    if (length === undefined) return this.#failed?.(new Error(`No Content-Length in\n${head}`));
    if (this.#received.length < begin + Number(length)) return;
    const body = this.#received.toString('utf8', begin, begin + Number(length));
    this.#received = Buffer.alloc(0);
    this.#answered?.({ status: Number(head.slice(9, 12)), body });
  }
}
