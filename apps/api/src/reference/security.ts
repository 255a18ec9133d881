import { type Caller, type Operation, operations, tokenRoutes } from '@porchlight/protocol';

/** How each kind of caller proves itself, as OpenAPI security requirements: any one of them will do. */
const requirements: Record<Caller, readonly string[]> = {
  anyone: [],
  visitor: ['visitorToken'],
  agent: ['agentSession', 'agentToken'],
  admin: ['agentSession', 'agentToken'],
};

/** Which operations take an API token. */
const takesToken = new Set<Operation>(
  Object.keys(tokenRoutes).map((name) => operations[name as keyof typeof tokenRoutes]),
);

/** The security requirements of an operation. An empty one means that no credential is needed. */
export function securityOf(operation: Operation): Record<string, []>[] {
  const { who } = operation;
  const schemes = new Set(who.flatMap((caller) => requirements[caller]));
  if (takesToken.has(operation)) schemes.add('apiToken');
  const needed: Record<string, []>[] = [...schemes].map((scheme) => ({ [scheme]: [] }));
  return who.includes('anyone') ? [{}, ...needed] : needed;
}

/** What the schemes are, in words; the documents say it in their own forms. */
export const schemes = {
  visitorToken: 'The token that `POST /v1/sites/{site}/visitors` answered.',
  agentToken: 'The token that `POST /v1/auth/login` answered, for programs.',
  apiToken: 'A token that `POST /v1/tokens` answered to an admin, for programs. What it may do is said by its scopes.',
  agentSession:
    "The cookie that `POST /v1/auth/login` sets, for browsers. Unsafe methods need an `Origin` that is the API's own (AU2).",
} as const;
