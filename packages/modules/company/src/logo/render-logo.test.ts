import { crc32, deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { LARGEST_LOGO_BYTES, renderLogo } from './render-logo.js';

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
const picture = (width: number, height: number, background = '#0a7c5a') => sharp({ create: { width, height, channels: 4, background } });
const said = (file: Uint8Array): Promise<unknown> => renderLogo(file).then(() => 'taken', ({ code }: { code: string }) => code);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG that says to be of a size, with these pixels, whether they are that many or not. */
function madePng(width: number, height: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

let png: Buffer;
beforeAll(async () => {
  png = await picture(640, 320).png().toBuffer();
});

describe('a logo', () => {
  it('is made anew of PNG, JPEG and WebP: opaque PNG, no larger than is shown, the same each time', async () => {
    const files = [png, await picture(640, 320).jpeg().toBuffer(), await picture(640, 320).webp().toBuffer()];
    for (const file of files) {
      const logo = await renderLogo(file);
      expect(await sharp(logo.image).metadata()).toMatchObject({ format: 'png', width: 320, height: 160, channels: 3, depth: 'uchar', isPalette: false });
      expect([logo.width, logo.height, (await renderLogo(file)).digest]).toEqual([320, 160, logo.digest]);
    }
    const small = await renderLogo(await picture(20, 10, '#ffffff00').png().toBuffer());
    const { data } = await sharp(small.image).raw().toBuffer({ resolveWithObject: true });
    expect([small.width, small.height, [...data.subarray(0, 3)]]).toEqual([20, 10, [255, 255, 255]]);
  });

  it('stands as its camera said, and keeps nothing else of the file: no metadata, no text, nothing behind its end', async () => {
    const turned = await picture(40, 20).withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'SECRET-exif' } } }).jpeg().toBuffer();
    const [logo, trailed] = [await renderLogo(turned), await renderLogo(Buffer.concat([png, Buffer.from('<script>SECRET</script>')]))];
    expect([logo.width, logo.height]).toEqual([20, 40]);
    expect(turned.includes('SECRET')).toBe(true);
    for (const { image } of [logo, trailed]) expect([image.includes('SECRET'), (await sharp(image).metadata()).exif]).toEqual([false, undefined]);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['SVG, which is a program', () => SVG, 'LOGO.FORMAT'],
    ['GIF', () => picture(9, 9).gif().toBuffer(), 'LOGO.FORMAT'],
    ['nothing', () => Buffer.alloc(0), 'LOGO.FORMAT'],
    ['a program behind a PNG’s first bytes', () => Buffer.concat([png.subarray(0, 8), SVG]), 'LOGO.BROKEN'],
    ['a JPEG’s first bytes before a PNG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), png]), 'LOGO.BROKEN'],
    ['a file that breaks off', () => png.subarray(0, png.length >> 1), 'LOGO.BROKEN'],
    ['a picture of fewer pixels than it says', () => madePng(64, 64, Buffer.alloc(65 * 3)), 'LOGO.BROKEN'],
    ['more than 1 MB', () => Buffer.concat([png, Buffer.alloc(LARGEST_LOGO_BYTES)]), 'LOGO.TOO_LARGE'],
    ['too wide a picture', () => picture(4_097, 1).png().toBuffer(), 'LOGO.DIMENSIONS'],
    ['a bomb: some bytes that say to be 3.6 thousand million pixels', () => madePng(60_000, 60_000, Buffer.alloc(1_000)), 'LOGO.DIMENSIONS'],
  ])('is not %s', async (_what, file, code) => {
    expect(await said(await file())).toBe(code);
  });

  it('is of up to 4,096 pixels a side', async () => {
    expect(await renderLogo(await picture(4_096, 4_096).webp().toBuffer())).toMatchObject({ width: 320, height: 320 });
  });
});
