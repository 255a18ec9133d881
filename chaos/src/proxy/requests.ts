import type { Agent, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:http';

/** A request as the proxy takes it from a client and gives it to the API. */
export interface ProxiedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What a POST that may store a message says. */
export interface MessagePost {
  clientId: string;
  text: string;
}

/** What the message is that a request asks to store; `undefined` for any other request. */
export function messagePostOf({ method, path, body }: ProxiedRequest): MessagePost | undefined {
  if (method !== 'POST' || !/^\/v1\/conversations(\/[^/]+\/messages)?$/.test(path)) return undefined;
  const parsed = JSON.parse(body.toString()) as Partial<MessagePost> & { message?: MessagePost };
  const { clientId, text } = parsed.message ?? parsed;
  return clientId && text ? { clientId, text } : undefined;
}

/** Sends a request to the API and waits for the head of its answer. Rejects when the connection fails. */
export function send(
  { method, path, headers, body }: ProxiedRequest,
  port: number,
  agent: Agent,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { connection: _, 'content-length': __, ...rest } = headers;
    const length = body.length > 0 ? { 'content-length': body.length } : {};
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: { ...rest, ...length }, agent },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** All of a body. Rejects when it is cut off. */
export async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  if (!message.complete) throw new Error('Cut off');
  return Buffer.concat(chunks);
}
