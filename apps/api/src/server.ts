import type { Server } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { type AppParts, appModule } from './app.module.js';
import { acceptUploads } from './attachments/upload-body.js';
import { limitInFlight } from './http/admission.js';
import { limitBodyTime } from './http/body-deadline.js';
import { answerCors } from './http/cors.js';
import { acceptJsonBodies, MAX_BODY_BYTES } from './http/json-body.js';
import { finishAnswers } from './http/outgoing.js';
import { logRequests } from './http/request-log.js';
import { serveStaticFiles } from './http/static-files.js';
import { answerBadAddress, answerInsteadOfNode, answerUnreadable } from './http/unreadable.js';
import { PinoLoggerService } from './operations/logger.js';
import { OutgoingJson } from './realtime/outgoing-json.js';
import { SitesService } from './sites/sites.service.js';

/** How long a request may take to arrive, but for the file of an upload, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How long an upload may take: 10 MB over 20 KB a second, in milliseconds. */
const UPLOAD_TIMEOUT_MS = 600_000;
/** How long an idle connection stays open, in milliseconds: longer than the 60 s of the usual proxies, who must be the ones to close. */
const KEEP_ALIVE_MS = 65_000;

export interface ServerParts extends AppParts {
  logger: Logger;
}

/** Puts the server together on a connected database. It does not listen yet. */
export async function createServer(parts: ServerParts): Promise<NestFastifyApplication> {
  const { config, logger, secretKey } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => uuidv7(),
    logger: false,
    requestTimeout: UPLOAD_TIMEOUT_MS,
    trustProxy: config.trustProxy,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerBadAddress,
    http: { requireHostHeader: false, headersTimeout: REQUEST_TIMEOUT_MS },
  });
  const app = await NestFactory.create<NestFastifyApplication>(appModule(parts), adapter, {
    bodyParser: false,
    logger: new PinoLoggerService(logger),
    abortOnError: false,
  });
  // Nest types its adapter by its own copy of the instance.
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const server: Server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  logRequests(fastify, logger, secretKey);
  answerInsteadOfNode(fastify, server);
  limitBodyTime(fastify, REQUEST_TIMEOUT_MS);
  acceptJsonBodies(fastify);
  acceptUploads(fastify);
  await fastify.register(fastifyCookie);
  answerCors(fastify, app.get(SitesService), config.publicOrigin);
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
  });
  finishAnswers(fastify, app.get(OutgoingJson));
  limitInFlight(fastify);
  await serveStaticFiles(fastify);
  await app.init();
  await fastify.ready();
  return app;
}
