/** A stretch of a file: both ends are in it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a Range header asks for (RFC 9110, 14.1.2) of a file of `size` bytes, which is not empty.
 * @returns undefined where all of it is to be given, as for what is no single range of bytes; null where nothing of it can be
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!from && !to) return undefined;
  const { start, end } = from ? { start: Number(from), end: to ? Number(to) : Infinity } : { start: Math.max(0, size - Number(to)), end: size };
  if (end < start) return undefined;
  return start < size ? { start, end: Math.min(end, size - 1) } : null;
}
