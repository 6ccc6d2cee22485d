import { expect, it } from '@jest/globals';
import { findPlaces } from './find-places.js';

const PLANT = [
  { id: 's1', parentId: null, kind: 'site', name: 'Works' },
  { id: 's2', parentId: null, kind: 'site', name: 'Annex' },
  { id: 'a1', parentId: 's1', kind: 'area', name: 'Hall 1' },
  { id: 'b1', parentId: 'a1', kind: 'area', name: 'Bay' },
  { id: 'a2', parentId: 's2', kind: 'area', name: 'Hall 1' },
  { id: 'l1', parentId: 'b1', kind: 'line', name: 'A' },
  { id: 'c1', parentId: 'a2', kind: 'cell', name: 'A' },
] as const;

it.each([
  [{ line: 'A', site: 'Works' }, ['l1']],
  [{ line: 'A', area: 'Hall 1', site: 'Annex' }, ['c1']],
  [{ line: 'A', area: 'Bay' }, ['l1']],
  [{ line: 'A' }, ['l1', 'c1']],
  [{ area: 'Hall 1' }, ['a1', 'a2']],
  [{ area: 'Hall 1', site: 'Annex' }, ['a2']],
  [{ site: 'Works' }, ['s1']],
  [{ site: 'Bay' }, []],
  [{ line: 'A', area: 'Hall 2' }, []],
  [{}, []],
])('%j is %j', (said, ids) => expect(findPlaces(PLANT, said).map(({ id }) => id)).toEqual(ids));
