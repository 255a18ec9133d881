import type { LauncherStrings } from './locales/launcher.js';

/** Stands in the frame until the panel has come. */
export function waiting(): HTMLElement {
  const place = document.createElement('div');
  place.className = 'waiting';
  return place;
}

/** Stands in the frame when the panel could not be fetched. */
export function failed({ loadFailed, retry }: LauncherStrings, onRetry: () => void): HTMLElement {
  const place = waiting();
  const words = document.createElement('span');
  words.setAttribute('role', 'alert');
  words.textContent = loadFailed;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = retry;
  button.addEventListener('click', onRetry);
  place.append(words, button);
  return place;
}
