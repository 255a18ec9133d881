import type { Attachment } from '@porchlight/protocol';
import { pathOf, routes } from '@porchlight/protocol';
import type { ChatError } from './errors.js';
import { errorOf, networkError } from './errors.js';
import type { Http } from './http.js';

export interface UploadOptions {
  /** Gives the upload up; its promise then rejects with `network`. */
  signal?: AbortSignal;
  /** How much has gone out, from 0 to 1. Browsers only. */
  onProgress?(share: number): void;
}

/** Uploads a file. Throws ChatError (`too_large`, `unsupported_media_type`, `unreadable_picture`, `rate_limited`, `network`). */
export async function upload(http: Http, file: File, options: UploadOptions = {}): Promise<Attachment> {
  const form = new FormData();
  form.append('file', file, file.name);
  // Only this old way tells how far an upload is.
  const send = typeof XMLHttpRequest === 'undefined' ? byFetch : byRequest;
  const response = await send(http, form, options).catch((error: unknown) => {
    throw networkError(error);
  });
  if (!response.ok) throw await errorOf(response);
  return response.json().catch((error: unknown): ChatError => {
    throw networkError(error);
  }) as Promise<Attachment>;
}

const { method } = routes.createAttachment;
const addressOf = (http: Http) => http.api + pathOf('createAttachment', {});

function byFetch(http: Http, body: FormData, { signal }: UploadOptions): Promise<Response> {
  const headers: HeadersInit = http.token ? { authorization: `Bearer ${http.token}` } : {};
  const credentials = http.cookies ? 'include' : 'omit';
  return fetch(addressOf(http), { method, headers, body, credentials, signal: signal ?? null });
}

function byRequest(http: Http, body: FormData, { signal, onProgress }: UploadOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, addressOf(http));
    request.withCredentials = http.cookies;
    if (http.token) request.setRequestHeader('authorization', `Bearer ${http.token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onload = () => {
      const headers = new Headers();
      // Only such answers have it, and browsers complain where it is missing.
      const retryAfter =
        request.status === 429 || request.status === 503 ? request.getResponseHeader('retry-after') : null;
      if (retryAfter) headers.set('retry-after', retryAfter);
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    request.onerror = request.onabort = reject;
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}
