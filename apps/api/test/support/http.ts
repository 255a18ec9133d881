import {
  type Problem,
  pathOf,
  type ReplyBody,
  type RequestBody,
  type RouteName,
  type RouteParams,
  routes,
} from '@porchlight/protocol';

export interface Reply<Body> {
  status: number;
  headers: Headers;
  /** What a success answers; meaningless otherwise. */
  body: Body;
  /** What a refusal answers. */
  problem?: Problem;
}

/** A caller of the API that knows the contract and hides nothing: every answer comes back, whatever its status. */
export class Caller {
  constructor(
    readonly api: string,
    readonly token?: string,
    readonly headers: Record<string, string> = {},
  ) {}

  async call<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    body?: RequestBody<Name>,
    query = '',
  ): Promise<Reply<ReplyBody<Name>>> {
    const response = await fetch(`${this.api}${pathOf(name, params)}${query}`, {
      method: routes[name].method,
      headers: {
        ...(this.token && { Authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...this.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return {
      status: response.status,
      headers: response.headers,
      body: parsed,
      ...(response.status >= 400 && { problem: parsed }),
    };
  }
}

/** A new visitor of a site. */
export async function createVisitor(api: string, name?: string, site = 'demo') {
  const { status, body } = await new Caller(api).call('createVisitor', { site }, name ? { name } : {});
  if (status !== 201) throw new Error(`No visitor: ${JSON.stringify(body)}`);
  return Object.assign(new Caller(api, body.token), {
    id: body.visitor.id,
    cursor: body.cursor,
    visitor: body.visitor,
  });
}

/** A signed-in agent. */
export async function signIn(api: string, account: { email: string; password: string }) {
  const { status, body } = await new Caller(api).call('login', {}, account);
  if (status !== 200) throw new Error(`No session: ${JSON.stringify(body)}`);
  return Object.assign(new Caller(api, body.token), { id: body.agent.id });
}
