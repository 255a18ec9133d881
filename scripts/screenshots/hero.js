const WIDTH = 1600;
const MARGIN = 40;
const BAR = 36;

/** What each of the two windows shows. */
export const WINDOW = { width: (WIDTH - 3 * MARGIN) / 2, height: 800 };

const windowOf = ({ address, picture }) => `
  <figure>
    <figcaption><i></i><i></i><i></i><span>${address}</span></figcaption>
    <img src="data:image/png;base64,${picture.toString('base64')}" width="${WINDOW.width}" height="${WINDOW.height}" alt="">
  </figure>`;

const page = (windows) => `<!doctype html>
<html lang="en">
<style>
  body { display: flex; justify-content: space-between; margin: 0; padding: ${MARGIN}px; background: oklch(0.9 0.02 255); }
  figure { margin: 0; overflow: hidden; border-radius: 10px; box-shadow: 0 0 0 1px oklch(0.3 0.05 265 / 0.12), 0 12px 40px oklch(0.3 0.05 265 / 0.16); }
  figcaption { display: flex; gap: 7px; align-items: center; height: ${BAR}px; padding: 0 14px; background: oklch(0.96 0.008 255); font: 13px system-ui; color: oklch(0.45 0.03 265); }
  i { width: 11px; height: 11px; border-radius: 50%; background: oklch(0.85 0.015 260); }
  span { flex: 1; margin-inline-end: 50px; text-align: center; }
  img { display: block; }
</style>
${windows.map(windowOf).join('')}
</html>`;

/** Brings a page to where the two pictures stand beside each other, each in a window of its own. */
export const hero = {
  size: { width: WIDTH, height: WINDOW.height + BAR + 2 * MARGIN },
  scene: (windows) => (target) => target.setContent(page(windows)),
};
