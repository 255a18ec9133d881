/** Longer addresses are not taken by the server, in characters. */
const MAX_ADDRESS = 2_048;

/** Where a visitor is and has come from, as the browser says; asked only once the visitor has done something. */
export function whereabouts(): { page: string; timeZone?: string; referrer?: string } {
  const timeZone = zone();
  const { referrer } = document;
  // An app on a phone, or a page of the site itself, is no page of another site.
  const elsewhere = /^https?:/.test(referrer) && new URL(referrer).origin !== location.origin;
  return {
    page: location.href.slice(0, MAX_ADDRESS),
    ...(timeZone && { timeZone }),
    ...(elsewhere && referrer.length <= MAX_ADDRESS && { referrer }),
  };
}

/** Temporal (ECMA-262, 2026) answers at once; a first format makes a browser read its data of all languages. */
function zone(): string {
  const { Temporal } = globalThis as { Temporal?: { Now: { timeZoneId(): string } } };
  return Temporal?.Now.timeZoneId() ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
