import { expect, it } from '@jest/globals';
import { cutIntoPieces } from './cut-into-pieces.js';

async function* bytes(...lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let next = 0;
  for (const length of lengths) yield Uint8Array.from({ length }, () => (next = (next + 1) % 251));
}

async function cut(lengths: readonly number[], pieceBytes: number, most = 1_000): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of cutIntoPieces(bytes(...lengths), pieceBytes, most)) pieces.push(piece);
  return pieces;
}

it.each([
  [[10], 4, [4, 4, 2]],
  [[1, 2, 3, 4, 5], 5, [5, 5, 5]],
  [[3, 0, 3], 10, [6]],
  [[], 4, []],
])('chunks of %j become pieces of %d: %j, and all of what came', async (lengths, pieceBytes, pieces) => {
  const got = await cut(lengths, pieceBytes);
  expect(got.map(({ length }) => length)).toEqual(pieces);
  const [whole] = await cut(lengths, 1_000);
  expect(Buffer.concat(got)).toEqual(whole ?? Buffer.alloc(0));
});

it('more than may come is refused', async () => {
  await expect(cut([600, 500], 400)).rejects.toMatchObject({ code: 'OTA_PACKAGE.PART_TOO_LONG' });
});
