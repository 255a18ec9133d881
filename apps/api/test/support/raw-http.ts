import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

export interface RawReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface RawRequest {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Sends the body in chunks, without saying how long it is. */
  chunked?: boolean;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends exactly what it is told to, where `fetch` would put it right or refuse. */
export function sendRaw(api: string, { method, path, headers = {}, body, chunked }: RawRequest): Promise<RawReply> {
  const { hostname, port } = new URL(api);
  const bytes = body === undefined ? undefined : Buffer.from(body);
  return new Promise((resolve, reject) => {
    const sending = request({
      agent,
      hostname,
      port,
      method,
      path,
      headers: {
        ...headers,
        ...(chunked ? { 'Transfer-Encoding': 'chunked' } : bytes && { 'Content-Length': String(bytes.length) }),
      },
    });
    let answered = false;
    sending.on('response', (response) => {
      answered = true;
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    // A server that has answered need not take the rest of the body.
    sending.on('error', (error) => {
      if (!answered) reject(error);
    });
    sending.end(bytes);
  });
}

/** Writes bytes to the server's port and returns all that comes back, until either side ends. */
export function exchangeBytes(api: string, bytes: string | Buffer, then: 'wait' | 'end' | 'destroy'): Promise<string> {
  const { hostname, port } = new URL(api);
  return new Promise((resolve) => {
    let reply = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(bytes, () => {
        if (then === 'end') socket.end();
        if (then === 'destroy') socket.destroy();
      });
    });
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      reply += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(reply));
  });
}
