import { type ErrorCode, errorCodes, type Operation } from '@porchlight/protocol';

/** Every code an operation may answer, in the order of the list: its own, and those that follow from its form (ER1). */
export function errorsOf(operation: Operation): ErrorCode[] {
  const { who, params, query, body, errors } = operation;
  const readsCredential = who.some((caller) => caller !== 'anyone');
  const possible = new Set<ErrorCode>([
    ...(errors ?? []),
    ...((params ?? query ?? body) ? (['invalid'] as const) : []),
    ...(readsCredential ? (['unauthenticated', 'forbidden'] as const) : []),
    ...(who.includes('visitor') ? (['blocked', 'origin_not_allowed'] as const) : []),
    ...(params ? (['not_found'] as const) : []),
    ...(body ? (['too_large', 'unsupported_media_type'] as const) : []),
    'rate_limited',
    'internal',
    'unavailable',
  ]);
  return (Object.keys(errorCodes) as ErrorCode[]).filter((code) => possible.has(code));
}
