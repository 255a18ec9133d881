import { svg } from 'lit';
import { encode } from 'uqr';

/** A text as a QR code, to be scaled as one likes. */
export function qrCode(text: string) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return svg`<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path d=${path} fill="black" /></svg>`;
}
