/**
 * What the launcher needs to know of earlier visits, without the client and without a request: whether there is a
 * session to come back to, and the site's hue. Written only after the visitor has acted. Storage may be refused.
 */
export interface Hint {
  session: boolean;
  /** Degrees. */
  hue?: number;
}

const keyOf = (site: string) => `porchlight:${site}:hint`;

export function readHint(site: string): Hint | undefined {
  try {
    // Null has nothing to take out, and ends below.
    const { session, hue } = JSON.parse(localStorage.getItem(keyOf(site)) ?? 'null');
    return { session: session === true, hue: Number.isFinite(hue) ? hue : undefined };
  } catch {
    return undefined;
  }
}

export function writeHint(site: string, hint: Hint): void {
  try {
    localStorage.setItem(keyOf(site), JSON.stringify(hint));
  } catch {
    // Then the launcher learns nothing from this visit.
  }
}
