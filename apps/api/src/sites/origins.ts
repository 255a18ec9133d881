/** `http://localhost:*`: this host on any port. */
const ANY_PORT = ':*';

/** Whether a site's list has the origin that a browser sent (RFC 6454). `*` has every one, also the opaque `null`. */
export function allowsOrigin(origins: readonly string[], origin: string): boolean {
  return origins.some((allowed) => {
    if (allowed === '*' || allowed === origin) return true;
    if (!allowed.endsWith(ANY_PORT) || !URL.canParse(origin)) return false;
    const { protocol, hostname } = new URL(origin);
    return `${protocol}//${hostname}` === allowed.slice(0, -ANY_PORT.length);
  });
}
