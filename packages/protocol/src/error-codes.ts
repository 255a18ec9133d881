/** Every code an error answer can carry, with its HTTP status and title. A closed list: rule ER1. */
export const errorCodes = {
  invalid: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  code_required: { status: 401, title: 'A code of the authenticator app is needed too' },
  identity_invalid: { status: 401, title: 'The identity is not valid' },
  identity_expired: { status: 401, title: 'The identity has expired' },
  forbidden: { status: 403, title: 'Not allowed' },
  banned: { status: 403, title: 'You can no longer take part in this room' },
  blocked: { status: 403, title: 'You can no longer write here' },
  origin_not_allowed: { status: 403, title: 'This site may not be used from here' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  outdated: { status: 409, title: 'Somebody else has changed it meanwhile' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_media_type: { status: 415, title: 'Wrong content type' },
  unreadable_picture: { status: 422, title: 'The picture cannot be read' },
  attachment_gone: { status: 422, title: 'A file of the message is not there' },
  refused: { status: 422, title: 'Refused' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something failed on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const;

/** One of {@link errorCodes}; what a program should branch on, never the title or the detail. */
export type ErrorCode = keyof typeof errorCodes;

/** The media type of every error answer (RFC 9457 section 3). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
