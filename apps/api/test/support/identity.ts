import { SignJWT } from 'jose';
import { Caller } from './http.js';

/** Signs as a site's own server would. */
export class SiteSigner {
  private constructor(
    readonly id: string,
    readonly kid: string,
    private readonly secret: string,
  ) {}

  /** Makes a key for the site. */
  static async create(admin: Caller, site = 'demo'): Promise<SiteSigner> {
    const { status, body } = await admin.call('createIdentityKey', { site }, { algorithm: 'HS256' });
    if (status !== 201 || !body.secret) throw new Error(`No key: ${JSON.stringify(body)}`);
    return new SiteSigner(body.id, body.kid, body.secret);
  }

  sign(sub: string, claims: Record<string, unknown> = {}, seconds = 300): Promise<string> {
    return new SignJWT({ ...claims, sub })
      .setProtectedHeader({ alg: 'HS256', kid: this.kid })
      .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
      .sign(Buffer.from(this.secret));
  }
}

/** Signs in with an identity; `holder` is the visitor whose token comes along. */
export async function identify(api: string, identity: string, holder?: Caller, site = 'demo') {
  const { status, body, problem } = await new Caller(api, holder?.token).call('createVisitor', { site }, { identity });
  return Object.assign(new Caller(api, body.token), { status, problem, visitor: body.visitor, cursor: body.cursor });
}
