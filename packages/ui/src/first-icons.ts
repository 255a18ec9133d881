import { icon } from './icon.js';

/* What a chat opens with: in a file of its own, for the widget fetches the rest only with what shows it. */

export const arrowLeft = /* @__PURE__ */ icon('M16 10H4M9 5l-5 5 5 5');
export const arrowUp = /* @__PURE__ */ icon('M10 16V4M5 9l5-5 5 5');
export const close = /* @__PURE__ */ icon('M5 5l10 10M15 5L5 15');
export const cloudOff = /* @__PURE__ */ icon(
  'M3 3l14 14M7 5.6A5 5 0 0 1 14.6 8.5a3.4 3.4 0 0 1 2.2 5.4M13.5 15.5H6A3.75 3.75 0 0 1 5.2 8.1',
);
export const message = /* @__PURE__ */ icon(
  'M5.25 4h9.5a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9.5L6 17v-3h-.75a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
);
export const more = /* @__PURE__ */ icon('M4.5 10v.01M10 10v.01M15.5 10v.01');
export const paperclip = /* @__PURE__ */ icon(
  'M16 9.25l-6.1 6.1a3.6 3.6 0 0 1-5.1-5.1l6.5-6.5a2.4 2.4 0 0 1 3.4 3.4l-6.4 6.4a1.2 1.2 0 0 1-1.7-1.7l5.6-5.6',
);
export const pencil = /* @__PURE__ */ icon('M4 16l.75-3.5L13 4.25l2.75 2.75-8.25 8.25zM11.25 6L14 8.75');
export const smile = /* @__PURE__ */ icon(
  'M2.75 10a7.25 7.25 0 1 0 14.5 0 7.25 7.25 0 1 0 -14.5 0M7 12a3.75 3.75 0 0 0 6 0M7.5 7.75v.01M12.5 7.75v.01',
);
