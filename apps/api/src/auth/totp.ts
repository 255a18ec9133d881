import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every authenticator app assumes (RFC 6238 section 5.2, and RFC 4226 section 5.3 for the length). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks may differ by so many steps, to either side. */
const DRIFT = 1;

/** The code of a time step (RFC 4226 section 5.3). */
export function codeAt(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The time step whose code this is, if it is one of now. `now` in milliseconds since 1970. */
export function stepOf(secret: Buffer, code: string, now = Date.now()): number | undefined {
  const given = Buffer.from(code);
  const present = Math.floor(now / 1_000 / STEP_SECONDS);
  let found: number | undefined;
  // All of them, so that the time taken tells nothing.
  for (let step = Math.max(0, present - DRIFT); step <= present + DRIFT; step += 1) {
    const right = Buffer.from(codeAt(secret, step));
    if (given.length === right.length && timingSafeEqual(given, right)) found = step;
  }
  return found;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding (RFC 4648 section 6); `bytes` is a multiple of five long. */
export function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = (bytes.length * 8) / 5;
  return Array.from({ length }, (_, index) => ALPHABET[Number((bits >> BigInt(5 * (length - 1 - index))) & 31n)]).join(
    '',
  );
}
