// @ts-check
import { gzipSync } from 'node:zlib';

/**
 * The script that a page's first HTML asks for, as a browser that knows modules loads it; what the page fetches later, when it is
 * scrolled or pressed, is not in it.
 * @param {{ url: string, cookie: string }} page
 * @returns {Promise<{ scripts: number, kb: number }>} `kb`: thousands of bytes after gzip.
 */
export async function firstLoad({ url, cookie }) {
  const html = await (await fetch(url, { headers: cookie ? { cookie } : {} })).text();
  const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes).filter((attributes) => !/\bnomodule\b/i.test(attributes));
  const sources = [...new Set(tags.flatMap((attributes) => /\bsrc="([^"]+)"/.exec(attributes)?.[1] ?? []))];
  const sizes = await Promise.all(sources.map(async (source) => gzipSync(Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer())).length));
  return { scripts: sizes.length, kb: sizes.reduce((sum, size) => sum + size, 0) / 1_000 };
}
