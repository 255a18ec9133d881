import type { ErrorCode, Problem } from '@porchlight/protocol';

/** What a {@link ChatError} knows beyond its words. */
export interface ChatErrorDetails {
  code: ErrorCode | 'network';
  /** HTTP status; 0 when there was no answer. */
  status: number;
  /** How long the server asks to wait, in milliseconds. */
  retryAfterMs?: number;
  /** Fields of the request that were refused. */
  errors?: Problem['errors'];
  /** Names the request in the server's log. */
  requestId?: string;
}

/** The one error of this package: the server said no (rule ER1), or there was no answer (`network`). */
export class ChatError extends Error implements ChatErrorDetails {
  override readonly name = 'ChatError';
  readonly code!: ErrorCode | 'network';
  readonly status!: number;
  readonly retryAfterMs?: number;
  readonly errors?: Problem['errors'];
  readonly requestId?: string;

  /** `detail` is meant for developers; choose words for people by `code`. */
  constructor(
    readonly detail: string,
    details: ChatErrorDetails,
  ) {
    super(detail);
    Object.assign(this, details);
  }

  /** Whether the same request may succeed later. */
  get temporary(): boolean {
    return this.code === 'network' || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** There was no usable answer. */
export function networkError(cause: unknown): ChatError {
  return new ChatError(String(cause), { code: 'network', status: 0 });
}

/** Reads an answer that is not 2xx, be it our problem+json or the page of some proxy in between. */
export async function errorOf(response: Response): Promise<ChatError> {
  const { status } = response;
  const problem: Partial<Problem> = (await response.json().catch(() => undefined)) ?? {};
  return new ChatError(String(problem.detail ?? problem.title ?? `HTTP ${status}`), {
    code: problem.code ?? (status === 429 ? 'rate_limited' : status < 500 ? 'invalid' : 'unavailable'),
    status,
    retryAfterMs: retryAfterOf(response.headers.get('retry-after')),
    errors: problem.errors,
    requestId: problem.requestId,
  });
}

/** `Retry-After` (RFC 9110, section 10.2.3): seconds or a date. */
function retryAfterOf(value: string | null): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
