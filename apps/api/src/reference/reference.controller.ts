import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../auth/allow.decorator.js';
import { asyncApiDocument } from './asyncapi.document.js';
import { openApiDocument } from './openapi.document.js';
import { referencePage } from './reference.page.js';
import { referenceStyle } from './reference.style.js';
import { ServedDocument } from './served-document.js';

const json = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

const documents = {
  openApi: new ServedDocument('application/json; charset=utf-8', () => json(openApiDocument())),
  asyncApi: new ServedDocument('application/json; charset=utf-8', () => json(asyncApiDocument())),
  page: new ServedDocument('text/html; charset=utf-8', () => referencePage(openApiDocument(), asyncApiDocument())),
  style: new ServedDocument('text/css; charset=utf-8', referenceStyle),
};

/** The page needs its style sheet and nothing else. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The contract, for tools and for people. */
@Controller()
@Allow('anyone')
export class ReferenceController {
  @Get('openapi.json')
  openApi(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): void {
    send(reply, documents.openApi, known);
  }

  @Get('asyncapi.json')
  asyncApi(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): void {
    send(reply, documents.asyncApi, known);
  }

  @Get('docs')
  page(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): void {
    reply.header('content-security-policy', PAGE_POLICY).header('referrer-policy', 'no-referrer');
    send(reply, documents.page, known);
  }

  @Get('docs/style.css')
  style(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): void {
    send(reply, documents.style, known);
  }
}

function send(reply: FastifyReply, document: ServedDocument, known: string | undefined): void {
  reply
    .header('etag', document.etag)
    .header('cache-control', 'public, no-cache')
    .header('x-content-type-options', 'nosniff');
  if (document.isNamedBy(known)) {
    void reply.code(304).send();
  } else {
    void reply.type(document.mediaType).send(document.content);
  }
}
