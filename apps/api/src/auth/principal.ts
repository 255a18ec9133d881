import type { Author, Role, TokenScope } from '@porchlight/protocol';
import type { FastifyRequest } from 'fastify';
import { pictureUrl } from '../agents/picture-url.js';

/** Who is calling, as its credential proved it. */
export type Principal = VisitorPrincipal | AgentPrincipal | BotPrincipal;

interface Credential {
  /** Names the credential in the log of revocations: the id of a session, or of a visitor's token. */
  credentialId: string;
  expiresAt: Date;
}

export interface VisitorPrincipal extends Credential {
  kind: 'visitor';
  id: string;
  site: string;
  name: string;
  /** Whether the site has signed who this is (ID1). */
  verified: boolean;
  /** Whether an agent has ended what it can write and hear. */
  blocked: boolean;
}

export interface AgentPrincipal extends Credential {
  kind: 'agent';
  id: string;
  role: Role;
  name: string;
  /** The picture that visitors see. */
  pictureId: string | null;
  /** A cookie rides along by itself, so unsafe methods need more proof (AU2). */
  via: 'cookie' | 'bearer';
}

/** A program with an API token. It sees what agents see. */
export interface BotPrincipal extends Credential {
  kind: 'bot';
  id: string;
  name: string;
  scopes: readonly TokenScope[];
}

export type PrincipalRequest = FastifyRequest & { principal?: Principal };

export function authorOf(principal: Principal): Author {
  const picture = principal.kind === 'agent' ? principal.pictureId : null;
  return {
    kind: principal.kind,
    id: principal.id,
    name: principal.name,
    ...(picture !== null && { avatarUrl: pictureUrl(picture) }),
  };
}
