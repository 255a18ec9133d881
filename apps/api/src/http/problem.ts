import { type ErrorCode, errorCodes, type Problem } from '@porchlight/protocol';

/** What a request is refused with. Anything else that is thrown becomes `internal` and is logged. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ErrorCode,
    /** A sentence for the developer at the other end; never a secret, a path or SQL (ER2). */
    detail?: string,
    readonly extra: { errors?: Problem['errors']; retryAfterSeconds?: number; allow?: readonly string[] } = {},
  ) {
    super(detail ?? errorCodes[code].title);
    this.detail = detail;
  }

  readonly detail: string | undefined;
}

/** The RFC 9457 body of an error. */
export function problemBody(error: ProblemError, requestId: string): Problem {
  const { status, title } = errorCodes[error.code];
  return {
    type: `urn:porchlight:problem:${error.code}`,
    title,
    status,
    ...(error.detail && { detail: error.detail }),
    code: error.code,
    ...(error.extra.errors && { errors: error.extra.errors }),
    requestId,
  };
}
