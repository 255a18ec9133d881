import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Attachment } from '@porchlight/protocol';
import { pathOf } from '@porchlight/protocol';
import type { OutgoingJson } from '../realtime/outgoing-json.js';

const DAY_SECONDS = 86_400;
/** How every list of files begins that is not empty. Within a text the quotes would be escaped. */
const LIST = '"attachments":[{';

/**
 * Signs the links by which files are fetched, and holds links against their signature. A link is the only credential
 * that travels in an address (AU1): it names one file, and is good for one to two days. All links made on one day (UTC)
 * end at the same moment, so that a browser finds what it has fetched before in its cache.
 */
@Injectable()
export class AttachmentLinks implements OutgoingJson {
  private readonly key: Buffer;

  constructor(secretKey: string) {
    this.key = Buffer.from(hkdfSync('sha256', secretKey, '', 'porchlight attachment links', 32));
  }

  /** A link for a file, below the address of the API. `now` in milliseconds since 1970. */
  linkTo(id: string, now = Date.now()): string {
    const expires = (Math.floor(now / 1_000 / DAY_SECONDS) + 2) * DAY_SECONDS;
    return `${pathOf('getAttachment', { attachment: id })}?expires=${expires}&signature=${this.sign(id, expires)}`;
  }

  /** Whether a link was made here and has not expired; `expires` in seconds since 1970. */
  isGood(id: string, expires: number, signature: string, now = Date.now()): boolean {
    const [given, right] = [Buffer.from(signature), Buffer.from(this.sign(id, expires))];
    return given.length === right.length && timingSafeEqual(given, right) && now < expires * 1_000;
  }

  /** Gives the files of every message in an answer or event, which is JSON, their links. */
  finish(json: string): string {
    if (!json.includes(LIST)) return json;
    const signed: unknown = JSON.parse(json, (key, value: unknown) =>
      key === 'attachments' && Array.isArray(value) ? value.map((file) => this.withLink(file as Attachment)) : value,
    );
    return JSON.stringify(signed);
  }

  private withLink(attachment: Attachment): Attachment {
    return { ...attachment, url: this.linkTo(attachment.id) };
  }

  private sign(id: string, expires: number): string {
    return createHmac('sha256', this.key).update(`${id} ${expires}`).digest('base64url');
  }
}
