import type { ReplyBody, RequestBody, RouteName, RouteParams } from '@porchlight/protocol';
import { pathOf, routes } from '@porchlight/protocol';
import { ChatError, errorOf, networkError } from './errors.js';
import { isReply } from './shapes.js';
import { within } from './within.js';

/** An answer that takes longer than this counts as lost, in milliseconds. */
const TIMEOUT_MS = 20_000;

export interface CallOptions<Name extends RouteName> {
  body?: RequestBody<Name>;
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Calls the operations of one API on behalf of one principal. Everything it throws is a {@link ChatError}. */
export class Http {
  /** Sent as Bearer credential where there is one. */
  token: string | undefined;

  /** `cookies`: whether the browser may send the API's own session cookie along. */
  constructor(
    readonly api: string,
    readonly cookies: boolean,
  ) {}

  /** The JSON body of a 2xx answer; `undefined` for 204. */
  call<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    { signal, ...options }: CallOptions<Name> = {},
    timeoutMs = TIMEOUT_MS,
  ): Promise<ReplyBody<Name>> {
    return within(signal, async (scope) => {
      const timer = setTimeout(() => scope.abort(), timeoutMs);
      try {
        const response = await this.open(name, params, { ...options, signal: scope.signal });
        if (response.status === 204) return undefined as ReplyBody<Name>;
        const reply: unknown = await response.json();
        if (!isReply(name, reply)) throw new TypeError(`What answered ${name} is not this API`);
        return reply as ReplyBody<Name>;
      } catch (error) {
        throw error instanceof ChatError ? error : networkError(error);
      } finally {
        clearTimeout(timer);
      }
    });
  }

  /** A 2xx answer whose body has not been read yet. */
  async open<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    { body, query = {}, headers, signal }: CallOptions<Name> = {},
  ): Promise<Response> {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
    const { method } = routes[name];
    const response = await fetch(`${this.api}${pathOf(name, params)}${search.size ? `?${search}` : ''}`, {
      method,
      headers: {
        ...headers,
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: this.cookies ? 'include' : 'omit',
      cache: 'no-store',
      // What was said just before the page is closed still goes out.
      keepalive: method === 'POST',
      signal,
    }).catch((error: unknown) => {
      throw networkError(error);
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  }
}
