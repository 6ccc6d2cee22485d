import type { TreeRow } from './tree-node.js';

/** What a key asks of a tree: go to a row, open or close one, open all beside it. */
export type TreeMove = { readonly to: number } | { readonly open: string } | { readonly close: string } | { readonly openAll: readonly string[] };

function rightOf(rows: readonly TreeRow[], at: number): TreeMove | undefined {
  const row = rows[at];
  if (row?.isOpen === undefined) return undefined;
  return row.isOpen ? { to: at + 1 } : { open: row.node.id };
}

function leftOf(rows: readonly TreeRow[], at: number): TreeMove | undefined {
  const row = rows[at];
  if (row?.isOpen) return { close: row.node.id };
  const outer = rows.findIndex(({ node }) => node.id === row?.parentId);
  return outer === -1 ? undefined : { to: outer };
}

/** The row after this one, around the end, whose label begins so. */
function typedTo(rows: readonly TreeRow[], at: number, typed: string): TreeMove | undefined {
  const wanted = typed.toLocaleLowerCase();
  // One more letter of a word looks from where it stands; a first one, from the next.
  const from = typed.length > 1 ? at : at + 1;
  const order = rows.map((_, index) => (from + index) % rows.length);
  const found = order.find((index) => rows[index]?.node.label.toLocaleLowerCase().startsWith(wanted));
  return found === undefined ? undefined : { to: found };
}

const KEYS: Readonly<Record<string, (rows: readonly TreeRow[], at: number) => TreeMove | undefined>> = {
  ArrowDown: (rows, at) => ({ to: Math.min(at + 1, rows.length - 1) }),
  ArrowUp: (_rows, at) => ({ to: Math.max(at - 1, 0) }),
  ArrowRight: rightOf,
  ArrowLeft: leftOf,
  Home: () => ({ to: 0 }),
  End: (rows) => ({ to: rows.length - 1 }),
  '*': (rows, at) => ({ openAll: rows.filter(({ parentId }) => parentId === rows[at]?.parentId).map(({ node }) => node.id) }),
};

/**
 * What a key means in a tree, as the ARIA Authoring Practices have it for tree views.
 * @param typed what was typed of a label so far, this key's letter among it; empty where it is none
 */
export function treeMove(rows: readonly TreeRow[], at: number, key: string, typed: string): TreeMove | undefined {
  const known = KEYS[key];
  if (known) return known(rows, at);
  return typed === '' ? undefined : typedTo(rows, at, typed);
}
