import { describe, expect, it } from '@jest/globals';
import { treeMove } from './tree-keys.js';
import { rowsInSight, type TreeNode } from './tree-node.js';

const NODES: readonly TreeNode[] = [
  { id: 'all', label: 'All' },
  { id: 'north', label: 'North', children: [{ id: 'hall', label: 'Hall', children: [{ id: 'line', label: 'Line' }] }, { id: 'store', label: 'Store' }] },
  { id: 'south', label: 'South', children: [{ id: 'hut', label: 'Hut' }] },
];
const seen = (...open: string[]) => rowsInSight(NODES, new Set(open));
const ids = (...open: string[]): string[] => seen(...open).map(({ node }) => node.id);

describe('what is in sight of a tree', () => {
  it('is what hangs on open nodes alone', () => {
    expect(ids()).toEqual(['all', 'north', 'south']);
    expect(ids('hall')).toEqual(['all', 'north', 'south']);
    expect(ids('north', 'hall')).toEqual(['all', 'north', 'hall', 'line', 'store', 'south']);
  });

  it('says where each stands', () => {
    expect(seen('north')[3]).toMatchObject({ node: { id: 'store' }, level: 2, place: 2, size: 2, parentId: 'north', isOpen: undefined });
    expect(seen('north')[2]).toMatchObject({ isOpen: false });
  });
});

describe('a key in a tree', () => {
  const rows = seen('north');
  it.each([
    ['ArrowDown', 5, { to: 4 }],
    ['ArrowDown', 0, { to: 1 }],
    ['ArrowUp', 0, { to: 0 }],
    ['ArrowRight', 1, { to: 2 }],
    ['ArrowRight', 2, { open: 'hall' }],
    ['ArrowRight', 3, undefined],
    ['ArrowLeft', 1, { close: 'north' }],
    ['ArrowLeft', 3, { to: 1 }],
    ['ArrowLeft', 0, undefined],
    ['Home', 3, { to: 0 }],
    ['End', 0, { to: 4 }],
    ['*', 2, { openAll: ['hall', 'store'] }],
  ])('%s at row %i', (key, at, move) => {
    expect(treeMove(rows, Math.min(at, rows.length - 1), key, '')).toEqual(move);
  });

  it('that is a letter goes to the next label that begins so, around the end, and two to one that begins with both', () => {
    expect([treeMove(rows, 0, 's', 's'), treeMove(rows, 3, 's', 's'), treeMove(rows, 4, 's', 's'), treeMove(rows, 3, 'o', 'so'), treeMove(rows, 0, 'x', 'x')]).toEqual([{ to: 3 }, { to: 4 }, { to: 3 }, { to: 4 }, undefined]);
  });
});
