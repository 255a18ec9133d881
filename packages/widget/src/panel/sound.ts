/** Two soft tones, in hertz, and when each begins, in seconds. */
const TONES = [
  [659.25, 0],
  [880, 0.11],
] as const;
const LENGTH_S = 0.35;
const VOLUME = 0.06;

/** Plays a soft sound; nothing before the visitor has touched the page, since no browser would let us. */
export function playSound(): void {
  if (!('AudioContext' in globalThis) || navigator.userActivation?.hasBeenActive === false) return;
  const context = new AudioContext();
  for (const [frequency, delay] of TONES) {
    const start = context.currentTime + delay;
    const tone = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(VOLUME, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH_S);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + LENGTH_S);
  }
  // The browser's own tone, if it has one, must not stay busy because of us.
  setTimeout(() => void context.close(), 1_000);
}
