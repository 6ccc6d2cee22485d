import type Sharp from 'sharp';

type Codec = typeof Sharp;

let opened: Promise<Codec> | undefined;

async function open(): Promise<Codec> {
  const { default: sharp } = await import('sharp');
  // Of some twenty decoders three are left: what is uploaded reaches no other, whatever it says it is.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'] });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** What decodes pictures, loaded when the first is uploaded. */
export function openSharp(): Promise<Codec> {
  return (opened ??= open());
}
