import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Attachment } from '@porchlight/protocol';

/** The API's part for files: keeps them in memory, takes every PNG for a picture. */
export class FakeFiles {
  readonly attachments = new Map<string, Attachment>();
  readonly #bytes = new Map<string, Buffer>();
  /** An upload is answered once this has resolved. */
  until: Promise<unknown> = Promise.resolve();

  add(name: string, type: string, bytes: Buffer): Attachment {
    const id = randomUUID();
    const attachment: Attachment = {
      id,
      name,
      mediaType: type,
      size: bytes.length,
      // Where the header of a PNG has them.
      ...(type === 'image/png' && { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
      url: `/v1/attachments/${id}?expires=1&signature=x`,
    };
    this.attachments.set(id, attachment);
    this.#bytes.set(id, bytes);
    return attachment;
  }

  /** The attachments that a message names. */
  of(ids: readonly string[] = []): Attachment[] {
    return ids.flatMap((id) => this.attachments.get(id) ?? []);
  }

  async upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(await buffer(request)), { headers }).formData();
    await this.until;
    const file = form.get('file') as File;
    const attachment = this.add(file.name, file.type, Buffer.from(await file.arrayBuffer()));
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(attachment));
  }

  serve(id: string, response: ServerResponse): void {
    const attachment = this.attachments.get(id);
    if (!attachment) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': attachment.mediaType }).end(this.#bytes.get(id));
  }
}
