import type { Operation } from '@porchlight/protocol';
import type { FastifyInstance } from 'fastify';
import { routesAt } from '../http/contract-routes.js';
import { ProblemError } from '../http/problem.js';

const isForm = (body: Operation['body']) => body?.meta()?.['contentMediaType'] === 'multipart/form-data';

/** Leaves multipart bodies unread for the handlers of uploads, who know the sender by then; no other route takes them. */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(/^multipart\/form-data(;|$)/i, (request, _payload, done) => {
    const isUpload = routesAt(request.url).some(
      ({ operation, method }) => isForm(operation.body) && method === request.method,
    );
    if (isUpload) done(null, request.raw);
    else done(new ProblemError('unsupported_media_type', 'Send application/json in UTF-8'));
  });
}
