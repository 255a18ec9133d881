import { unsafeCSS } from 'lit';
import { detailTokens } from './tokens.detail.js';
import { tokenSheet } from './tokens.js';

/** The token sheet for the outermost element of an application; what is inside inherits it. */
export const tokens = /* @__PURE__ */ unsafeCSS(/* @__PURE__ */ tokenSheet(':host'));

/** The second part alone, for an element inside one that declares the first. */
export const detailTokenStyles = /* @__PURE__ */ unsafeCSS(/* @__PURE__ */ detailTokens(':host'));
