import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { ProblemError } from '../http/problem.js';

/** The part of the body that is the file. */
const FIELD = 'file';
/** Room for what a multipart body has around its file, in bytes. */
const AROUND_BYTES = 64 * 1024;

export interface ReceivedFile {
  /** As the sender calls it. */
  name: string | undefined;
  /** In bytes. */
  size: number;
}

/**
 * Writes the one file of a multipart body to `path` while it arrives. Throws `invalid` for a body that is something else
 * or ends too soon, `too_large` as soon as that is certain.
 */
export async function receiveFile(request: IncomingMessage, path: string, maxBytes: number): Promise<ReceivedFile> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + AROUND_BYTES) throw tooLarge(maxBytes);
  const parser = createParser(request, maxBytes);
  const failure = new AbortController();
  const refuse = (problem: ProblemError) => failure.abort(problem);
  let received: ReceivedFile | undefined;
  let writing: Promise<void> | undefined;

  parser.on('file', (field, stream: BusboyFileStream, name) => {
    if (field !== FIELD || writing) {
      stream.resume();
      return refuse(new ProblemError('invalid', `Send one file, in the field ${FIELD}`));
    }
    stream.on('limit', () => refuse(tooLarge(maxBytes)));
    const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    writing = pipeline(stream, target, { signal: failure.signal }).then(() => {
      received = { name, size: stream.bytesRead };
    });
    writing.catch(failure.abort.bind(failure));
  });
  const tooMuch = () => refuse(new ProblemError('invalid', 'Send one file and nothing else'));
  for (const event of ['filesLimit', 'fieldsLimit', 'partsLimit', 'field'] as const) parser.on(event, tooMuch);

  try {
    await parsed(request, parser, failure.signal);
    await writing;
  } catch (error) {
    // The stream to the disk is closed before the caller takes the file away.
    refuse(error as ProblemError);
    await writing?.catch(() => undefined);
    throw error;
  }
  if (!received || received.size === 0) throw new ProblemError('invalid', `Send one file, in the field ${FIELD}`);
  return received;
}

/**
 * Feeds the request to the parser. Not by a pipeline, which would end the connection with the first fault: what cannot
 * be used is read past, so that the answer arrives.
 */
function parsed(request: IncomingMessage, parser: BusboyInstance, failure: AbortSignal): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const cutOff = () => reject(new ProblemError('invalid', 'The body is cut off or not multipart'));
    parser.on('finish', resolve);
    parser.on('error', cutOff);
    request.once('close', () => {
      if (!request.complete) cutOff();
    });
    failure.addEventListener('abort', () => reject(failure.reason), { once: true });
    request.pipe(parser);
  }).finally(() => {
    request.unpipe(parser);
    request.resume();
  });
}

function createParser(request: IncomingMessage, maxBytes: number): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      // One more of each than is allowed, so that the one too many is met.
      limits: { files: 2, fields: 1, parts: 3, fileSize: maxBytes, headerPairs: 20, headerSize: 16 * 1024 },
    });
  } catch {
    throw new ProblemError('invalid', 'The body is not multipart/form-data with a boundary');
  }
}

function tooLarge(maxBytes: number): ProblemError {
  return new ProblemError('too_large', `A file may have ${maxBytes.toLocaleString('en')} bytes`);
}
