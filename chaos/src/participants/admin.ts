import type { Message, ReplyBody, RequestBody, RouteName, RouteParams } from '@porchlight/protocol';
import { MAX_PAGE_SIZE, pathOf, routes } from '@porchlight/protocol';

/** An admin who looks at the API directly, without a proxy and without our client. */
export class Admin {
  #token = '';

  constructor(private readonly api: string) {}

  async signIn(email: string, password: string): Promise<void> {
    this.#token = (await this.call('login', {}, { email, password })).token;
  }

  async call<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    body?: RequestBody<Name>,
    query = '',
  ): Promise<ReplyBody<Name>> {
    const response = await fetch(`${this.api}${pathOf(name, params)}${query}`, {
      method: routes[name].method,
      headers: {
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as ReplyBody<Name>;
  }

  /** Adds to `known` what has been stored in a conversation since. */
  async readOn(conversation: string, known: Message[]): Promise<void> {
    for (;;) {
      const query = `?limit=${MAX_PAGE_SIZE}&after=${known.at(-1)?.seq ?? 0}`;
      const { items, hasMore } = await this.call('listMessages', { conversation }, undefined, query);
      known.push(...items);
      if (!hasMore) return;
    }
  }
}
