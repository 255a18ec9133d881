import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** So far may the clock of a client be away, in milliseconds. */
const SKEW_MS = 15 * 60_000;

interface Answer {
  status: number;
  code?: string;
  body?: Buffer;
}

/**
 * A store that speaks the part of S3 we use, and is as strict as the real one: it works out each signature (AWS Signature
 * Version 4) from what has arrived, and holds bodies against the hash that was signed.
 */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  readonly credentials = { accessKeyId: 'porchlight', secretAccessKey: 'a secret with / and +', region: 'eu-test-1' };
  readonly bucket = 'files';
  /** Answers everything so instead, when it is set. */
  trouble: number | undefined;
  private readonly server: Server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { status, code, body: content = Buffer.alloc(0) } = this.answer(request, body);
      const error = code ? Buffer.from(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`) : content;
      response.writeHead(status, { 'content-length': error.length }).end(error);
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, body: Buffer): Answer {
    if (this.trouble !== undefined) return { status: this.trouble, code: 'InternalError' };
    const refusal = this.refusalOf(request, body);
    if (refusal) return { status: 403, code: refusal };
    const [, bucket, ...rest] = (request.url ?? '').split('/');
    if (bucket !== this.bucket) return { status: 404, code: 'NoSuchBucket' };
    const key = decodeURIComponent(rest.join('/'));
    switch (request.method) {
      case 'PUT':
        if (request.headers['content-length'] === undefined) return { status: 411, code: 'MissingContentLength' };
        this.objects.set(key, body);
        return { status: 200 };
      case 'GET': {
        const found = this.objects.get(key);
        if (!found) return { status: 404, code: 'NoSuchKey' };
        const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
        if (first === undefined) return { status: 200, body: found };
        return { status: 206, body: found.subarray(Number(first), Number(last) + 1) };
      }
      case 'DELETE':
        this.objects.delete(key);
        return { status: 204 };
      default:
        return { status: 405, code: 'MethodNotAllowed' };
    }
  }

  /** Why a request is not believed. */
  private refusalOf({ method, url = '', headers }: IncomingMessage, body: Buffer): string | undefined {
    const form =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
    const [, id, day = '', region = '', names = '', signature = ''] = form.exec(headers.authorization ?? '') ?? [];
    const time = String(headers['x-amz-date']);
    const hash = String(headers['x-amz-content-sha256']);
    if (id !== this.credentials.accessKeyId) return 'InvalidAccessKeyId';
    if (region !== this.credentials.region) return 'AuthorizationHeaderMalformed';
    const at = Date.parse(time.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    if (!(Math.abs(Date.now() - at) < SKEW_MS) || !time.startsWith(day)) return 'RequestTimeTooSkewed';
    const signed = names.split(';');
    const must = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'));
    if (must.some((name) => !signed.includes(name))) return 'AccessDenied';
    if (sha256(body) !== hash) return 'XAmzContentSHA256Mismatch';
    const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
    const canonical = `${method}\n${url}\n\n${lines}\n${names}\n${hash}`;
    const toSign = `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/s3/aws4_request\n${sha256(canonical)}`;
    let key = hmac(`AWS4${this.credentials.secretAccessKey}`, day);
    for (const part of [region, 's3', 'aws4_request']) key = hmac(key, part);
    const right = timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'));
    return right ? undefined : 'SignatureDoesNotMatch';
  }
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
