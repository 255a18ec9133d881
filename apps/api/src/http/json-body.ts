import type { FastifyInstance } from 'fastify';
import sjson from 'secure-json-parse';
import { ProblemError } from './problem.js';

/**
 * Largest JSON body, in bytes. The longest message is 10,000 code points, of which each takes at most 12 bytes when it
 * is written as a pair of `\u` escapes.
 */
export const MAX_BODY_BYTES = 160 * 1024;

/** Reads JSON bodies strictly: UTF-8 or nothing (RFC 8259 section 8.1), no keys that reach a prototype. */
export function acceptJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    /^application\/json(;|$)/i,
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request, body: Buffer, done) => {
      try {
        if (request.headers['content-encoding'] !== undefined) throw new ProblemError('unsupported_media_type');
        done(null, parse(request.headers['content-type'] ?? '', body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function parse(contentType: string, body: Buffer): unknown {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
  if (charset && !/^utf-?8$/i.test(charset)) throw new ProblemError('unsupported_media_type', 'Send JSON in UTF-8');
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new ProblemError('invalid', 'The body is not UTF-8');
  }
  try {
    return sjson.parse(text, undefined, { protoAction: 'error', constructorAction: 'error' });
  } catch {
    throw new ProblemError('invalid', 'The body is not JSON, or has a forbidden key');
  }
}
