import { expect, it } from '@jest/globals';
import { PIECE_BYTES } from '@tenon/domain/ota';
import { PackageShelf } from './package-shelf.js';

const ONE = { tenantId: 't', packageId: 'p' };

/** A source that counts how often each piece was asked for, and that can be away. */
function source(state: { isAway?: boolean } = {}) {
  const asked: number[] = [];
  return {
    asked,
    piece: (_one: typeof ONE, pieceNo: number): Promise<Buffer | null> => {
      asked.push(pieceNo);
      return state.isAway ? Promise.reject(new Error('away')) : Promise.resolve(Buffer.alloc(PIECE_BYTES, pieceNo));
    },
  };
}

it('a piece that many ask for at once, or one after another, is fetched once', async () => {
  const from = source();
  const shelf = new PackageShelf(from);
  const slice = { from: PIECE_BYTES - 2, to: PIECE_BYTES + 2 };
  const all = await Promise.all(Array.from({ length: 1_000 }, () => shelf.read(ONE, slice)));
  expect(all.every((bytes) => bytes.equals(Buffer.from([0, 0, 1, 1])))).toBe(true);
  await shelf.read(ONE, slice);
  expect(from.asked).toEqual([0, 1]);
});

it('no more are held than it may: those asked for longest ago go', async () => {
  const from = source();
  const shelf = new PackageShelf(from, 2);
  for (const pieceNo of [0, 1, 0, 2, 0, 1]) await shelf.read(ONE, { from: pieceNo * PIECE_BYTES, to: pieceNo * PIECE_BYTES + 1 });
  expect(from.asked).toEqual([0, 1, 2, 1]);
});

it('what could not be fetched is asked for again', async () => {
  const state = { isAway: true };
  const from = source(state);
  const shelf = new PackageShelf(from);
  await expect(shelf.read(ONE, { from: 0, to: 1 })).rejects.toThrow('away');
  state.isAway = false;
  expect(await shelf.read(ONE, { from: 0, to: 1 })).toHaveLength(1);
  expect(from.asked).toEqual([0, 0]);
});
