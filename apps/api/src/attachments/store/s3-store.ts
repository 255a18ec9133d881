import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Config } from '../../config/s3.js';
import { ProblemError } from '../../http/problem.js';
import { StartupError } from '../../startup-error.js';
import type { ByteRange } from '../byte-range.js';
import { AttachmentStore } from './attachment-store.js';
import { EMPTY_HASH, signedHeaders } from './aws-signature.js';

/** A store that says nothing for this long counts as away, in milliseconds. */
const SILENCE_MS = 15_000;
/** Seconds after which a client should try again. */
const RETRY_SECONDS = 5;
/** Within the bucket, so that it can be shared. */
const PREFIX = 'attachments/';
const PROBE = 'probe';

interface Body {
  hash: string;
  size: number;
  stream: Readable;
}

/** Files in a bucket of any store that speaks S3, addressed by its path. */
export class S3Store extends AttachmentStore {
  constructor(private readonly config: S3Config) {
    super();
  }

  /** The store, once something could be written to it. Throws a StartupError that names the variable to look at. */
  static async open(config: S3Config): Promise<S3Store> {
    const store = new S3Store(config);
    let status: number;
    try {
      status = await store.answerTo('PUT', PROBE, { hash: EMPTY_HASH, size: 0, stream: Readable.from([]) });
    } catch {
      throw new StartupError('S3_ENDPOINT: the store cannot be reached');
    }
    if (status === 404) throw new StartupError('S3_BUCKET: there is no such bucket');
    if (status === 401 || status === 403) {
      throw new StartupError(
        'S3_ACCESS_KEY_ID: the store refuses this key, its secret or its region, or writing with it',
      );
    }
    if (status !== 200) throw new StartupError(`S3_ENDPOINT: the store answers ${status} to a PUT; is it one for S3?`);
    await store.delete(PROBE);
    return store;
  }

  async put(id: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    const body = { hash: hash.digest('hex'), size, stream: createReadStream(path) };
    this.expect(await this.reach(() => this.answerTo('PUT', id, body)), 200);
  }

  async open(id: string, range?: ByteRange): Promise<Readable | undefined> {
    const headers = range && { range: `bytes=${range.first}-${range.last}` };
    const answer = await this.reach(() => this.send('GET', id, { headers }));
    if (answer.statusCode === (range ? 206 : 200)) return answer;
    answer.resume();
    if (answer.statusCode === 404) return undefined;
    throw this.refusal(answer.statusCode);
  }

  async delete(id: string): Promise<void> {
    this.expect(await this.reach(() => this.answerTo('DELETE', id)), 200, 204, 404);
  }

  private expect(status: number, ...right: number[]): void {
    if (!right.includes(status)) throw this.refusal(status);
  }

  /** What it refuses is ours to look into, unless it is only busy. */
  private refusal(status = 0): Error {
    if (status >= 500 || status === 429) return away();
    return new Error(`The S3 store answered ${status}`);
  }

  private async reach<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    return work().catch(() => {
      throw away();
    });
  }

  /** The status of an answer whose body does not matter. */
  private async answerTo(method: string, id: string, body?: Body): Promise<number> {
    const answer = await this.send(method, id, { body });
    answer.resume();
    return answer.statusCode ?? 0;
  }

  private async send(
    method: string,
    id: string,
    { headers: extra, body }: { headers?: Record<string, string> | undefined; body?: Body | undefined },
  ): Promise<IncomingMessage> {
    const { endpoint, bucket } = this.config;
    const url = new URL(`${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}/${PREFIX}${id}`);
    const headers = signedHeaders(
      { method, url, headers: extra, bodyHash: body?.hash ?? EMPTY_HASH, at: new Date() },
      this.config,
    );
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method,
      headers: { ...headers, ...(body && { 'content-length': body.size }) },
      timeout: SILENCE_MS,
    });
    request.on('timeout', () => request.destroy(new Error('The S3 store is silent')));
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', (answer) => {
        // From here on the reader sets the pace.
        request.setTimeout(0);
        resolve(answer);
      });
      request.on('error', reject);
    });
    if (body) {
      // A store may answer before it has read everything; then the answer counts, not the broken pipe.
      pipeline(body.stream, request).catch((error: Error) => request.destroy(error));
    } else {
      request.end();
    }
    return answered;
  }
}

function away(): ProblemError {
  return new ProblemError('unavailable', 'The file store cannot be reached at the moment', {
    retryAfterSeconds: RETRY_SECONDS,
  });
}
