import { describe, expect, it } from '@jest/globals';
import { countsWithin, demandPosition, kindsWithin, mayLieIn, NO_MACHINES, orderWith, pathTo, PLACE_KINDS, readPlaceName, sumOf, withinPlace, type PlaceKind, type PlaceNode } from './index.js';

const place = (id: string, kind: PlaceKind, parentId: string | null = null): PlaceNode => ({ id, kind, parentId });
/** Two sites; in the first a hall with a bay and a line each, and a store. */
const PLANT = [place('s1', 'site'), place('s2', 'site'), place('hall', 'area', 's1'), place('bay', 'area', 'hall'), place('l1', 'line', 'hall'), place('l2', 'line', 'bay'), place('store', 'storage', 's1')];
const ids = (places: readonly PlaceNode[]): string[] => places.map(({ id }) => id);

describe('levels', () => {
  it('are those of IEC 62264: sites in the company, work centres in sites and areas, areas in areas too', () => {
    expect(kindsWithin(null)).toEqual(['site']);
    expect(kindsWithin('site')).toEqual(['area', 'line', 'cell', 'unit', 'storage']);
    expect(kindsWithin('area')).toEqual(['area', 'line', 'cell', 'unit', 'storage']);
    for (const centre of ['line', 'cell', 'unit', 'storage'] as const) expect(kindsWithin(centre)).toEqual([]);
    for (const kind of PLACE_KINDS) expect(mayLieIn('site', kind)).toBe(false);
  });
});

describe('the tree', () => {
  it('knows the way to a place', () => {
    expect(ids(pathTo(PLANT, 'l2'))).toEqual(['s1', 'hall', 'bay', 'l2']);
    expect([pathTo(PLANT, null), pathTo(PLANT, 'gone')]).toEqual([[], []]);
  });

  it('knows what lies in a place, whatever order it is told in', () => {
    expect(ids(withinPlace(PLANT, 'hall'))).toEqual(['hall', 'bay', 'l1', 'l2']);
    expect(ids(withinPlace(PLANT.toReversed(), 's1')).sort()).toEqual(['bay', 'hall', 'l1', 'l2', 's1', 'store']);
    expect(withinPlace(PLANT, 'gone')).toEqual([]);
  });

  it('sums up what stands in each place with all in it', () => {
    const some = { ...NO_MACHINES, total: 2, online: 1, never: 1 };
    const counts = countsWithin(PLANT, new Map([['l2', some], ['hall', some], ['s2', some]]));
    expect([...['l2', 'bay', 'hall', 's1', 's2', 'store'].map((id) => counts.get(id)?.total)]).toEqual([2, 2, 4, 4, 2, 0]);
    expect(counts.get('s1')).toEqual({ total: 4, online: 2, quiet: 0, offline: 0, never: 2 });
    expect(sumOf([])).toEqual(NO_MACHINES);
  });

  it('puts a place before another, or last', () => {
    expect(orderWith(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b']);
    expect(orderWith(['a', 'b'], 'new', 'b')).toEqual(['a', 'new', 'b']);
    expect(orderWith(['a', 'b', 'c'], 'a', null)).toEqual(['b', 'c', 'a']);
    expect(orderWith(['a', 'b'], 'a', 'gone')).toEqual(['b', 'a']);
  });
});

describe('where a place may lie', () => {
  const code = (wanted: Parameters<typeof demandPosition>[1], places = PLANT): string | undefined => {
    try {
      demandPosition(places, wanted);
      return undefined;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each<[string, Parameters<typeof demandPosition>[1], string | undefined]>([
    ['a new line in a bay', { kind: 'line', parentId: 'bay' }, undefined],
    ['a new area in the company', { kind: 'area', parentId: null }, 'PLACE.KIND'],
    ['a line in a line', { kind: 'line', parentId: 'l1' }, 'PLACE.KIND'],
    ['in a place that is not there', { kind: 'line', parentId: 'gone' }, 'PLACE.NOT_FOUND'],
    ['a hall to the other site', { id: 'hall', kind: 'area', parentId: 's2' }, undefined],
    ['a hall into its own bay', { id: 'hall', kind: 'area', parentId: 'bay' }, 'PLACE.IN_ITSELF'],
    ['a hall into itself', { id: 'hall', kind: 'area', parentId: 'hall' }, 'PLACE.IN_ITSELF'],
    ['a hall made a line while a line lies in it', { id: 'hall', kind: 'line', parentId: 's1' }, 'PLACE.KIND'],
    ['an empty line made a cell', { id: 'l1', kind: 'cell', parentId: 'hall' }, undefined],
  ])('%s', (_what, wanted, says) => {
    expect(code(wanted)).toBe(says);
  });

  it('counts what is moved along with it into the depth', () => {
    const deep = [place('s', 'site'), ...Array.from({ length: 6 }, (_, at) => place(`a${at}`, 'area', at === 0 ? 's' : `a${at - 1}`)), place('b', 'area', 's'), place('c', 'area', 'b')];
    expect(code({ kind: 'line', parentId: 'a5' }, deep)).toBeUndefined();
    expect(code({ id: 'b', kind: 'area', parentId: 'a4' }, deep)).toBeUndefined();
    expect(code({ id: 'b', kind: 'area', parentId: 'a5' }, deep)).toBe('PLACE.TOO_DEEP');
  });
});

describe('a name', () => {
  it('is trimmed, and neither empty nor longer than 80 characters', () => {
    expect(readPlaceName('  宝山\u0000 工厂 ')).toBe('宝山 工厂');
    expect(() => readPlaceName(' \n')).toThrow(expect.objectContaining({ code: 'PLACE.NAME_REQUIRED' }));
    expect(() => readPlaceName('x'.repeat(81))).toThrow(expect.objectContaining({ code: 'PLACE.NAME_TOO_LONG' }));
  });
});
