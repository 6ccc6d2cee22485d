import { createHash } from 'node:crypto';
import { invalid, type AppError } from '@tenon/kernel';
import type { Sharp } from 'sharp';
import { logoFormat } from './logo-format.js';
import { openSharp } from './open-sharp.js';

/** The largest file that is taken. */
export const LARGEST_LOGO_BYTES = 1_000_000;
/** The largest side of a picture that is taken, in pixels. */
const LARGEST_LOGO_SIDE = 4_096;
/** Within which a logo is kept: four times what is shown, for dense screens and paper. */
const KEPT_SIDE = 320;
const SECONDS = 10;

/** A logo as it is kept: PNG, opaque, 24 bits a pixel. */
export interface RenderedLogo {
  readonly image: Buffer;
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the image, hexadecimal. */
  readonly digest: string;
}

const broken = (): AppError => invalid('LOGO.BROKEN', 'The picture cannot be read to its end.');

/**
 * Makes a logo of an uploaded file: decoded in full, turned as its maker said, no larger than is shown, on white, and written anew, so that
 * nothing of the file itself is kept: no metadata, no second picture, nothing behind its end. The same file gives the same logo.
 * @throws AppError (invalid) LOGO.TOO_LARGE, LOGO.FORMAT, LOGO.DIMENSIONS, LOGO.BROKEN
 */
export async function renderLogo(file: Uint8Array): Promise<RenderedLogo> {
  if (file.length > LARGEST_LOGO_BYTES) throw invalid('LOGO.TOO_LARGE', 'A logo has at most 1 MB.', { bytes: file.length });
  const format = logoFormat(file);
  if (!format) throw invalid('LOGO.FORMAT', 'A logo is PNG, JPEG or WebP.');
  const sharp = await openSharp();
  const picture = sharp(file, { failOn: 'warning', limitInputPixels: LARGEST_LOGO_SIDE ** 2, pages: 1 });
  // The limit above would say of a large picture that it is broken.
  await checkHead(sharp(file, { limitInputPixels: false, pages: 1 }), format);
  const drawn = picture.autoOrient().resize(KEPT_SIDE, KEPT_SIDE, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).toColourspace('srgb').png({ compressionLevel: 9 }).timeout({ seconds: SECONDS });
  const { data: image, info } = await drawn.toBuffer({ resolveWithObject: true }).catch(() => {
    throw broken();
  });
  return { image, width: info.width, height: info.height, digest: createHash('sha256').update(image).digest('hex') };
}

/** Before a pixel is decoded: a small file may say that it is a very large picture. */
async function checkHead(picture: Sharp, expected: string): Promise<void> {
  const { format, width, height } = await picture.metadata().catch(() => {
    throw broken();
  });
  if (format !== expected) throw broken();
  if (width > LARGEST_LOGO_SIDE || height > LARGEST_LOGO_SIDE) throw invalid('LOGO.DIMENSIONS', 'A logo has at most 4,096 pixels a side.', { width, height });
}
