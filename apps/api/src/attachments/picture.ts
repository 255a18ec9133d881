import { Injectable } from '@nestjs/common';
import type sharp from 'sharp';
import { ProblemError } from '../http/problem.js';
import type { PictureType } from './media-type.js';

/**
 * Most pixels of a picture, all frames of an animation together: what today's cameras take. It bounds the memory that
 * one picture needs to about four bytes a pixel.
 */
export const MAX_PIXELS = 50_000_000;
/** A picture that takes longer than this is given up, in seconds. */
const MAX_SECONDS = 30;

/** The loaders that may read what strangers send. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}File`);

/**
 * Rewrites pictures: what is drawn stays, the way up that the camera noted is applied, and everything else is gone,
 * places, names, thumbnails and whatever was hung on behind. One picture at a time, so that memory stays bounded.
 */
@Injectable()
export class Pictures {
  private library: Promise<typeof sharp> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * Writes the picture of one file to another; answers its size in pixels. Throws `too_large` for too many pixels,
   * `unreadable_picture` for what cannot be drawn.
   */
  async rewrite(source: string, target: string, type: PictureType): Promise<{ width: number; height: number }> {
    // Loaded with the first picture: a server without uploads does without.
    return this.inTurn((library) => encode(library, source, target, type));
  }

  /** The middle of a picture as a square of WebP, its first frame if it moves; throws as `rewrite` does. */
  async square(source: string, side: number): Promise<Buffer> {
    return this.inTurn((library) =>
      library(source, { limitInputPixels: MAX_PIXELS, sequentialRead: true, failOn: 'error' })
        .autoOrient()
        .resize(side, side, { fit: 'cover' })
        .webp({ quality: 82 })
        .timeout({ seconds: MAX_SECONDS })
        .toBuffer(),
    );
  }

  private async inTurn<Result>(work: (library: typeof sharp) => Promise<Result>): Promise<Result> {
    this.library ??= load();
    const library = await this.library;
    const done = this.last.then(() => work(library));
    this.last = done.catch(() => undefined);
    return done.catch((error: unknown) => {
      throw toProblem(error);
    });
  }
}

async function load(): Promise<typeof sharp> {
  const { default: library } = await import('sharp');
  library.cache(false);
  library.concurrency(1);
  library.block({ operation: ['VipsForeignLoad'] });
  library.unblock({ operation: LOADERS });
  return library;
}

async function encode(library: typeof sharp, source: string, target: string, type: PictureType) {
  const animated = type === 'image/gif' || type === 'image/webp';
  const options = { animated, limitInputPixels: MAX_PIXELS, sequentialRead: true, failOn: 'error' } as const;
  const picture = library(source, options);
  const { pages = 1, isPalette } = await picture.metadata();
  if (pages === 1) picture.autoOrient();
  switch (type) {
    case 'image/jpeg':
      picture.jpeg({ quality: 88 });
      break;
    case 'image/png':
      picture.png({ palette: isPalette });
      break;
    case 'image/webp':
      picture.webp({ quality: 88 });
      break;
    case 'image/gif':
      picture.gif();
      break;
    case 'image/avif':
      picture.avif({ quality: 65, effort: 1 });
      break;
  }
  const { width, height, pageHeight } = await picture.timeout({ seconds: MAX_SECONDS }).toFile(target);
  return { width, height: pageHeight ?? height };
}

function toProblem(error: unknown): ProblemError {
  const reason = error instanceof Error ? error.message : '';
  if (/pixel limit/.test(reason)) return new ProblemError('too_large', 'The picture has too many pixels');
  if (/timeout/.test(reason)) return new ProblemError('too_large', 'The picture takes too long to read');
  return new ProblemError('unreadable_picture', 'The picture is damaged or not what it seems');
}
