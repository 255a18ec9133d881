import { mark } from '@porchlight/ui/mark';
import { baseTokens } from '@porchlight/ui/tokens.base';

/**
 * The element and its launcher. A string: the first load has no Lit. The page's own rules win over those of `:host`, so
 * whatever must hold is said of what is within.
 */
export const launcherStyles = `${baseTokens(':host')}
:host {
  display: block;
}
:host([hidden]) {
  display: none;
}
:host([theme='light']) {
  --pl-scheme: light;
}
:host([theme='dark']) {
  --pl-scheme: dark;
}
.launcher {
  all: initial;
  color-scheme: var(--pl-scheme, light dark);
  font: var(--pl-text-m);
  position: fixed;
  z-index: var(--chat-z-index, 2147483000);
  bottom: calc(var(--chat-offset-y, 20px) + env(safe-area-inset-bottom));
  right: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-right));
  display: grid;
  place-items: center;
  width: 56px;
  height: 56px;
  border-radius: 50%;
  color: var(--pl-on-accent);
  filter: drop-shadow(0 1px 2px rgb(0 0 0 / 0.16)) drop-shadow(0 4px 12px rgb(0 0 0 / 0.18));
  cursor: pointer;
  -webkit-tap-highlight-color: transparent;
  transition: translate var(--pl-slow) var(--pl-ease);
}
:host([position='bottom-left']) .launcher {
  right: auto;
  left: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-left));
}
/* The disc is its own layer, so that the badge's ring can be cut out of it and be truly the page's colour. */
.launcher::before {
  content: '';
  grid-area: 1 / 1;
  width: 56px;
  height: 56px;
  border-radius: 50%;
  background: var(--pl-accent);
  transition: background-color var(--pl-slow);
}
.launcher[data-unread]::before {
  mask: radial-gradient(circle 13px at 48px 8px, transparent 12.5px, black 13px);
}
.launcher:hover {
  translate: 0 -4px;
}
/* What rises from under the pointer would fall back and rise again. */
.launcher:hover::after {
  content: '';
  position: absolute;
  inset: 0 0 -4px;
}
.launcher:hover::before {
  background: var(--pl-accent-hover);
}
.launcher:active {
  translate: none;
}
.launcher:focus-visible {
  outline: 3px solid var(--pl-accent);
  outline-offset: 3px;
}
.launcher slot {
  display: grid;
  grid-area: 1 / 1;
  place-items: center;
  z-index: 1;
}
.mark,
.cross {
  grid-area: 1 / 1;
  width: 24px;
  height: 24px;
  background: currentColor;
  clip-path: path(evenodd, '${mark}');
  scale: 1.333;
  transition:
    opacity var(--pl-slow) var(--pl-ease),
    rotate var(--pl-slow) var(--pl-ease);
}
.cross {
  clip-path: path('M6.5 5 12 10.5 17.5 5 19 6.5 13.5 12 19 17.5 17.5 19 12 13.5 6.5 19 5 17.5 10.5 12 5 6.5z');
  opacity: 0;
  rotate: -90deg;
}
.launcher[aria-expanded='true'] .mark {
  opacity: 0;
  rotate: 90deg;
}
.launcher[aria-expanded='true'] .cross {
  opacity: 1;
  rotate: none;
}
.badge {
  position: absolute;
  left: 38px;
  top: -2px;
  display: none;
  min-width: 20px;
  height: 20px;
  padding: 0 5px;
  border-radius: 10px;
  background: oklch(0.55 0.2 25);
  color: #fff;
  font: 600 12px / 20px var(--pl-font);
  text-align: center;
}
.launcher[data-unread] .badge {
  display: block;
}

:host([hide-launcher]) .launcher,
:host([mode='inline']) .launcher,
:host([mode='page']) .launcher {
  display: none;
}
@media (forced-colors: active) {
  .launcher::before {
    border: 2px solid ButtonText;
    background: ButtonFace;
  }
  .mark,
  .cross {
    background: ButtonText;
  }
  dialog.frame {
    border: 1px solid CanvasText;
  }
}
@media print {
  .launcher,
  dialog.frame {
    display: none;
    transition: none;
  }
  :host([mode]) {
    height: auto !important;
  }
  .frame {
    color-scheme: light;
    overflow: visible;
  }
}
`;

/** The frame of the panel; a page has to read this only when there is one. The launcher's sheet comes after it. */
export const frameStyles = `.frame {
  all: initial;
  box-sizing: border-box;
  color-scheme: var(--pl-scheme, light dark);
  color: var(--pl-text);
  font: var(--pl-text-m);
  display: flex;
  flex-direction: column;
  overflow: hidden;
  background: var(--pl-surface);
}
.frame > :not(.waiting) {
  flex: 1;
  min-height: 0;
}
.waiting {
  display: grid;
  flex: 1;
  place-content: center;
  justify-items: center;
  gap: 12px;
  padding: 24px;
  color: var(--pl-text-muted);
  text-align: center;
}
.waiting:empty::before {
  content: '';
  width: 20px;
  height: 20px;
  border: 2px solid var(--pl-border);
  border-top-color: var(--pl-text-muted);
  border-radius: 50%;
  animation: turn 0.8s linear infinite;
}
@keyframes turn {
  to {
    rotate: 1turn;
  }
}
.waiting button {
  all: unset;
  padding: 8px 14px;
  border-radius: var(--pl-radius-m);
  background: var(--pl-accent);
  color: var(--pl-on-accent);
  font: 600 14px / 20px var(--pl-font);
  cursor: pointer;
}
.waiting button:focus-visible {
  outline: 2px solid var(--pl-text);
  outline-offset: 2px;
}

dialog.frame {
  position: fixed;
  z-index: var(--chat-z-index, 2147483000);
  bottom: calc(var(--chat-offset-y, 20px) + 68px + env(safe-area-inset-bottom));
  right: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-right));
  width: var(--chat-width, 380px);
  max-width: calc(100vw - 2 * var(--chat-offset-x, 20px));
  height: min(var(--chat-height, 640px), 100dvh - 76px - var(--chat-offset-y, 20px));
  border-radius: var(--pl-radius-l);
  box-shadow: var(--pl-shadow-2), 0 0 0 1px light-dark(rgb(0 0 0 / 0.06), rgb(255 255 255 / 0.1));
  transform-origin: bottom right;
  transition:
    opacity var(--pl-slow) var(--pl-ease),
    transform var(--pl-slow) var(--pl-ease),
    overlay var(--pl-slow) allow-discrete,
    display var(--pl-slow) allow-discrete;
}
:host([hide-launcher]) dialog.frame {
  bottom: calc(var(--chat-offset-y, 20px) + env(safe-area-inset-bottom));
}
:host([position='bottom-left']) dialog.frame {
  right: auto;
  left: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-left));
  transform-origin: bottom left;
}
dialog.frame:not([open]) {
  display: none;
  opacity: 0;
  transform: translateY(8px) scale(0.98);
}
@starting-style {
  dialog.frame[open] {
    opacity: 0;
    transform: translateY(8px) scale(0.98);
  }
}
dialog::backdrop {
  background: none;
}
@media (width < 480px) {
  dialog.frame {
    inset: 0;
    bottom: auto;
    width: 100%;
    max-width: none;
    height: 100dvh;
    padding-top: env(safe-area-inset-top);
    border-radius: 0;
    box-shadow: none;
  }
  :host([position='bottom-left']) dialog.frame {
    left: 0;
  }
}
:host([mode='inline']) {
  height: var(--chat-height, 100%);
  min-height: 320px;
}
section.frame {
  height: 100%;
  min-height: inherit;
}
:host([mode='inline']) .frame {
  border: 1px solid var(--pl-border);
  border-radius: var(--pl-radius-l);
}
:host([mode='page']) {
  height: 100dvh;
}
`;
