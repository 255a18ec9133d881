/**
 * What the launcher needs to know of earlier visits, without the client and without a request: whether there is a
 * session to come back to, and the site's hue. Written by the panel (see panel/device.ts), so only after the visitor has acted.
 */
export interface Hint {
  session: boolean;
  /** Degrees; undefined or NaN where it is not known. */
  hue?: number;
}

/** Undefined where storage is refused, or holds what is none. */
export function readHint(site: string): Hint | undefined {
  try {
    // Nothing is there on most pages, and an error in its place would cost as much as the storage.
    const { session, hue } = JSON.parse(localStorage.getItem(`porchlight:${site}:hint`) ?? '{}');
    return { session: !!session, hue: +hue };
  } catch {
    return undefined;
  }
}
