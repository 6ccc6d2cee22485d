import { describe, expect, it } from '@jest/globals';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { ownPositions } from './own-positions.mjs';

const sources = ['../../packages/kernel/src/errors.ts', '../../node_modules/graphql/index.js'];
const reduced = (mappings: Parameters<typeof encode>[0]) => {
  const { mappings: kept, ...rest } = JSON.parse(ownPositions(JSON.stringify({ version: 3, sources, names: [], mappings: encode(mappings) }))) as { mappings: string };
  return { mappings: decode(kept), rest };
};

describe('a bundle’s source map', () => {
  it('leads to our own files as before', () => {
    const own = [[[0, 0, 0, 0], [4, 0, 0, 9]], [[2, 0, 7, 1]]] satisfies Parameters<typeof encode>[0];
    expect(reduced(own)).toEqual({ mappings: own, rest: { version: 3, sources, names: [] } });
  });

  it('says nothing of a package’s', () => {
    expect(reduced([[[0, 1, 0, 0], [8, 1, 0, 3]], [[0, 1, 1, 0]]]).mappings).toEqual([[], []]);
  });

  it('ends an own part where a package’s begins, so that none is taken for the other', () => {
    expect(reduced([[[0, 0, 0, 0], [9, 1, 0, 0], [12, 1, 0, 5], [20, 0, 3, 0]]]).mappings).toEqual([[[0, 0, 0, 0], [9], [20, 0, 3, 0]]]);
  });
});
