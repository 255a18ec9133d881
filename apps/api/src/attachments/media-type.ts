import { createReadStream } from 'node:fs';
import { ProblemError } from '../http/problem.js';

/** Pictures that are taken, and how their files end. What is an animation in PNG becomes its first picture. */
export const PICTURES = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['avif'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type PictureType = keyof typeof PICTURES;

export const isPicture = (mediaType: string): mediaType is PictureType => Object.hasOwn(PICTURES, mediaType);

/**
 * What a file is, by what is in it; neither its name nor what the sender says counts. Text is `text/plain` in whatever
 * language it is written, be it HTML or SVG. Throws `unsupported_media_type` for pictures that could not be cleaned.
 */
export async function mediaTypeOf(path: string): Promise<string> {
  const { fileTypeFromFile } = await import('file-type');
  const detected = (await fileTypeFromFile(path))?.mime;
  if (detected !== 'application/pdf' && (await isText(path))) return 'text/plain';
  if (detected === 'image/apng') return 'image/png';
  if (detected?.startsWith('image/') && !isPicture(detected)) {
    throw new ProblemError('unsupported_media_type', 'Send pictures as JPEG, PNG, WebP, GIF or AVIF');
  }
  return detected ?? 'application/octet-stream';
}

/** Whether a file is UTF-8 without control characters but those of text. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isPlain = (text: string) => !/\p{Cc}/u.test(text.replace(/[\t\n\f\r]/g, ''));
  try {
    for await (const chunk of createReadStream(path)) {
      if (!isPlain(decoder.decode(chunk as Buffer, { stream: true }))) return false;
    }
    return isPlain(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
