import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { icon } from './icon.js';
import { mark } from './mark.js';

/* Each is an export of its own, and marked as pure, so that a bundle holds only those it shows. */

export * from './first-icons.js';

function lantern(): TemplateResult {
  return html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path fill="currentColor" fill-rule="evenodd" d=${mark} />
  </svg>`;
}

/** The product's mark in the current colour, 24 px. */
export const lanternMark = /* @__PURE__ */ lantern();

export const alert = /* @__PURE__ */ icon(
  'M2.75 10a7.25 7.25 0 1 0 14.5 0 7.25 7.25 0 1 0 -14.5 0M10 6.25v4.5M10 13.6v.01',
);
export const archive = /* @__PURE__ */ icon('M3.5 4h13v3.25h-13zM4.75 7.25v8.5h10.5v-8.5M8 10.5h4');
export const arrowDown = /* @__PURE__ */ icon('M10 4v12M5 11l5 5 5-5');
export const check = /* @__PURE__ */ icon('M4.5 10.5l3.75 3.75L15.5 6');
export const checks = /* @__PURE__ */ icon('M1.75 10.5l3.5 3.75L12 6M9.5 13.2l1 1.05L18 6');
export const chevronDown = /* @__PURE__ */ icon('M5.5 8l4.5 4.5L14.5 8');
export const chevronLeft = /* @__PURE__ */ icon('M12.5 5L7.5 10l5 5');
export const chevronRight = /* @__PURE__ */ icon('M7.5 5l5 5-5 5');
export const clock = /* @__PURE__ */ icon('M2.75 10a7.25 7.25 0 1 0 14.5 0 7.25 7.25 0 1 0 -14.5 0M10 6v4.25l2.75 1.5');
export const copy = /* @__PURE__ */ icon('M7 7h9.25v9.25H7zM13 7V3.75H3.75V13H7');
export const download = /* @__PURE__ */ icon('M10 3.5v9M6 8.75l4 4 4-4M3.75 16.25h12.5');
export const enlarge = /* @__PURE__ */ icon('M11.5 3.5h5v5M16.5 3.5L11 9M8.5 16.5h-5v-5M3.5 16.5L9 11');
export const file = /* @__PURE__ */ icon('M11.5 2.75H5.75v14.5h8.5V5.5zM11.5 2.75V5.5h2.75');
export const inbox = /* @__PURE__ */ icon('M3 11.5l2.25-7h9.5l2.25 7v4H3zM3 11.5h4l1 2h4l1-2h4');
export const filter = /* @__PURE__ */ icon('M3.5 5.5h13M6 10h8M8.5 14.5h3');
export const info = /* @__PURE__ */ icon('M2.75 10a7.25 7.25 0 1 0 14.5 0 7.25 7.25 0 1 0 -14.5 0M10 9.5v4M10 6.4v.01');
export const lock = /* @__PURE__ */ icon('M4.5 9h11v7.5h-11zM6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9');
export const people = /* @__PURE__ */ icon(
  'M4.75 7a2.75 2.75 0 1 0 5.5 0 2.75 2.75 0 1 0 -5.5 0M2.25 16a5.25 5.25 0 0 1 10.5 0M13 4.5a2.75 2.75 0 0 1 0 5M15 12a5.2 5.2 0 0 1 2.75 4',
);
export const person = /* @__PURE__ */ icon('M7 6.75a3 3 0 1 0 6 0 3 3 0 1 0 -6 0M4 16.5a6 6 0 0 1 12 0');
export const plus = /* @__PURE__ */ icon('M10 4.5v11M4.5 10h11');
export const reply = /* @__PURE__ */ icon('M8 4.5L3.5 9 8 13.5M3.5 9H11a5.5 5.5 0 0 1 5.5 5.5v1');
export const retry = /* @__PURE__ */ icon('M15.75 6.5A6.75 6.75 0 1 0 16.75 10M16.25 3v3.75H12.5');
export const search = /* @__PURE__ */ icon('M3.75 9a5.25 5.25 0 1 0 10.5 0 5.25 5.25 0 1 0 -10.5 0M13 13l3.75 3.75');
export const sound = /* @__PURE__ */ icon('M3 8v4h3l4 3.5v-11L6 8zM13 7.25a4 4 0 0 1 0 5.5M15.25 5a7 7 0 0 1 0 10');
export const soundOff = /* @__PURE__ */ icon('M3 8v4h3l4 3.5v-11L6 8zM13 8l4 4M17 8l-4 4');
export const settings = /* @__PURE__ */ icon('M3 6h8M15 6h2M3 14h2M9 14h8M11 4v4M9 12v4');
export const shrink = /* @__PURE__ */ icon('M16.5 8.5h-5v-5M11.5 8.5L17 3M3.5 11.5h5v5M8.5 11.5L3 17');
export const signOut = /* @__PURE__ */ icon('M8 3.75H4v12.5h4M12.5 6.5L16 10l-3.5 3.5M16 10H8');
export const tag = /* @__PURE__ */ icon('M3.5 3.5h6.25L17 10.75 10.75 17 3.5 9.75zM7 7v.01');
export const trash = /* @__PURE__ */ icon(
  'M3.75 5.5h12.5M7.75 5.5V3.5h4.5v2M5.25 5.5l.75 11h8l.75-11M8.5 8.75v4.5M11.5 8.75v4.5',
);
