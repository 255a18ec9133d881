import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { ErrorCode } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/database-errors.js';
import { allowedMethods } from './contract-routes.js';
import { ProblemError } from './problem.js';
import { sendProblem } from './problem-reply.js';

/** Seconds after which a client should try again when the database is away. */
const RETRY_WHEN_AWAY = 2;

/** The one place where what was thrown becomes an answer (ER1, ER2). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = request.is404 ? noRoute(request) : toProblem(thrown);
    if (error.code === 'internal') this.logger.error({ requestId: request.id, err: thrown }, 'request failed');
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(request, reply, error);
  }
}

/** No route has this method and address: does another method? */
function noRoute(request: FastifyRequest): ProblemError {
  const allow = allowedMethods(request.url);
  return allow.length > 0
    ? new ProblemError('method_not_allowed', undefined, { allow })
    : new ProblemError('not_found', 'There is nothing at this address');
}

export function toProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (isDatabaseAway(thrown)) {
    return new ProblemError('unavailable', 'The database cannot be reached at the moment', {
      retryAfterSeconds: RETRY_WHEN_AWAY,
    });
  }
  const status = statusOf(thrown);
  return status === undefined ? new ProblemError('internal') : new ProblemError(codeOfStatus(status), detailOf(status));
}

/** Status of what Nest and Fastify throw before a handler runs: no route, a body that cannot be read, and the like. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 405:
      return 'method_not_allowed';
    case 413:
      return 'too_large';
    case 415:
      return 'unsupported_media_type';
    case 503:
      return 'unavailable';
    default:
      return status < 500 ? 'invalid' : 'internal';
  }
}

function detailOf(status: number): string | undefined {
  switch (status) {
    case 400:
      return 'The request cannot be read';
    case 404:
      return 'There is nothing at this address';
    case 413:
      return 'The body is larger than this route takes';
    case 415:
      return 'Send application/json in UTF-8';
    default:
      return undefined;
  }
}
