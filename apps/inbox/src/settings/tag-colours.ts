/** What a tag can be coloured with, evenly round the wheel; lightness and chroma are ours, so that contrast holds. */
export const tagColours = [
  { hue: 0, label: 'Rose' },
  { hue: 30, label: 'Red' },
  { hue: 60, label: 'Orange' },
  { hue: 90, label: 'Yellow' },
  { hue: 120, label: 'Lime' },
  { hue: 150, label: 'Green' },
  { hue: 180, label: 'Teal' },
  { hue: 210, label: 'Cyan' },
  { hue: 240, label: 'Sky' },
  { hue: 270, label: 'Blue' },
  { hue: 300, label: 'Violet' },
  { hue: 330, label: 'Pink' },
] as const;

/** The colour that a hue is shown as having, in degrees: the server gives new tags any of the wheel. */
export function nearestColour(hue: number): number {
  const step = 360 / tagColours.length;
  return (Math.round(hue / step) * step) % 360;
}
