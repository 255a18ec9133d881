import axe from 'axe-core';

/**
 * What axe finds against the rules of WCAG in the page, or in the part of it that a selector names, and how many rules had
 * something to look at and were kept. Waits until nothing that ends by itself moves or fades: colours half way would be judged
 * as they are.
 */
export async function runAxe(page, part = 'html', options = {}) {
  await page.evaluate(settled);
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([part, options]) => {
      const { violations, passes } = await globalThis.axe.run(part, options);
      return { violations, kept: passes.length };
    },
    [part, options],
  );
}

/** Runs in the page. */
async function settled() {
  const frame = () => new Promise(requestAnimationFrame);
  const rootsIn = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
  ];
  const ends = ({ playState, effect }) =>
    playState === 'running' && effect.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
  // Two frames: what was changed is drawn, and begins to fade.
  for (let moving = []; ; ) {
    await frame();
    await frame();
    moving = rootsIn(document).flatMap((root) => root.getAnimations().filter(ends));
    if (moving.length === 0) return;
    await Promise.allSettled(moving.map(({ finished }) => finished));
  }
}
