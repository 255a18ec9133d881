/**
 * What the launcher needs to know of earlier visits, without the client and without a request: whether there is a
 * session to come back to, and the site's hue. Written by the panel (see panel/device.ts), so only after the visitor has acted.
 */
export interface Hint {
  session: boolean;
  /** Degrees; undefined or NaN where it is not known. */
  hue?: number;
}

/** Undefined where nothing is known, or storage is refused. */
export function readHint(site: string): Hint | undefined {
  try {
    // Null has nothing to take out, and ends below.
    const { session, hue } = JSON.parse(localStorage.getItem(`porchlight:${site}:hint`) ?? 'null');
    return { session: !!session, hue: +hue };
  } catch {
    return undefined;
  }
}
