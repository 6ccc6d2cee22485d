import { describe, expect, it } from '@jest/globals';
import { PIECE_BYTES, piecesOf, readChunkSize, sliceOf } from './chunk.js';

describe('a chunk', () => {
  it.each([
    [1_000, 400, 0, { from: 0, to: 400 }],
    [1_000, 400, 2, { from: 800, to: 1_000 }],
    [1_000, 500, 2, { from: 1_000, to: 1_000 }],
    [1_000, 400, 9_999_999, { from: 1_000, to: 1_000 }],
    [1_000, null, 0, { from: 0, to: 1_000 }],
    [1_000, null, 1, { from: 1_000, to: 1_000 }],
  ])('of a file of %d bytes, %p each, number %d, lies at %j', (size, bytes, chunk, slice) => {
    expect(sliceOf(size, bytes, chunk)).toEqual(slice);
  });

  it.each([
    ['', null],
    ['0', null],
    [' 512 ', 512],
  ])('of the size %j is of %p bytes', (text, bytes) => expect(readChunkSize(text)).toBe(bytes));

  it.each(['-1', '1.5', '1e3', 'all', '9'.repeat(10)])('of the size %j is none', (text) => {
    expect(() => readChunkSize(text)).toThrow(expect.objectContaining({ code: 'OTA.BAD_CHUNK' }));
  });

  it('across the border of two pieces is put together of both', () => {
    expect(piecesOf({ from: PIECE_BYTES - 10, to: PIECE_BYTES + 5 })).toEqual([
      { pieceNo: 0, from: PIECE_BYTES - 10, to: PIECE_BYTES },
      { pieceNo: 1, from: 0, to: 5 },
    ]);
    expect(piecesOf({ from: PIECE_BYTES, to: 2 * PIECE_BYTES })).toEqual([{ pieceNo: 1, from: 0, to: PIECE_BYTES }]);
    expect(piecesOf({ from: 7, to: 7 })).toEqual([]);
  });
});
