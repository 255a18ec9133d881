import type { IncomingHttpHeaders } from 'node:http';
import { Controller, Get, Headers, Post, Req, Res } from '@nestjs/common';
import type { Attachment, ParsedQuery } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { ProblemError } from '../http/problem.js';
import { RateLimits } from '../http/rate-limits.js';
import { AttachmentLinks } from './attachment-links.js';
import { AttachmentsService } from './attachments.service.js';
import { byteRange } from './byte-range.js';
import { contentDisposition } from './content-disposition.js';
import { isPicture } from './media-type.js';

@Controller('v1/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly links: AttachmentLinks,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  @Allow('visitor', 'agent')
  async createAttachment(@CallerIs() principal: Principal, @Req() request: FastifyRequest): Promise<Attachment> {
    await this.limits.consume('upload', principal.id);
    if (request.body !== request.raw) throw new ProblemError('unsupported_media_type', 'Send multipart/form-data');
    return this.attachments.upload(principal, request.raw);
  }

  /** Whatever is in the file, a browser runs nothing of it: it is a picture that was drawn anew, or a download. */
  @Get(':attachment')
  @Allow('anyone')
  async getAttachment(
    @ParamsOf('getAttachment') { attachment: id }: { attachment: string },
    @QueryOf('getAttachment') { expires = 0, signature = '', download }: ParsedQuery<'getAttachment'>,
    @Headers() { range: wanted, 'if-range': known }: IncomingHttpHeaders,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.links.isGood(id, expires, signature)) {
      throw new ProblemError('forbidden', 'The link is not one of ours, or has expired');
    }
    // What an id names never changes; a part of anything else would be of no use.
    const tag = `"${id}"`;
    const { row, range, bytes } = await this.attachments.open(id, (size) =>
      known === undefined || known === tag ? byteRange(wanted, size) : undefined,
    );
    if (range) reply.status(206).header('Content-Range', `bytes ${range.first}-${range.last}/${row.size}`);
    const picture = isPicture(row.media_type);
    const seconds = Math.max(0, Math.floor(expires - Date.now() / 1_000));
    await reply
      .header('Content-Type', picture ? row.media_type : 'application/octet-stream')
      .header('Content-Length', range ? range.last - range.first + 1 : row.size)
      .header('Accept-Ranges', 'bytes')
      .header('ETag', tag)
      .header('Content-Disposition', contentDisposition(picture && !download ? 'inline' : 'attachment', row.name))
      .header('Content-Security-Policy', `default-src 'none'; sandbox`)
      // Pages of other origins embed it.
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .header('Referrer-Policy', 'no-referrer')
      .header('Cache-Control', `private, max-age=${seconds}, immutable`)
      .send(bytes);
  }
}
