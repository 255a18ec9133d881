/** Runs `action` when the page is loaded and idle. Safari has no idle callback; a moment later must do there. */
export function whenIdle(action: () => void): void {
  const wait = () => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(action, { timeout: 5_000 });
    else setTimeout(action, 500);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
