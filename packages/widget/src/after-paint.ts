/** Runs `action` when what has changed so far is on the screen. */
export function afterPaint(action: () => void): void {
  requestAnimationFrame(() => setTimeout(action));
}
