import type { ReactNode } from 'react';

/** A node of a tree, and what hangs on it. */
export interface TreeNode {
  readonly id: string;
  /** What is shown and searched by typing ahead. */
  readonly label: string;
  /** Beside the label, at the row's end. */
  readonly detail?: ReactNode;
  /** Said after the label to those who hear it. */
  readonly said?: string;
  readonly children?: readonly TreeNode[];
}

/** A node that is in sight, with where it stands among those beside it. */
export interface TreeRow {
  readonly node: TreeNode;
  /** From 1. */
  readonly level: number;
  readonly place: number;
  readonly size: number;
  readonly parentId: string | null;
  /** Undefined where nothing hangs on it. */
  readonly isOpen: boolean | undefined;
}

/** The nodes in sight, from the top down. */
export function rowsInSight(nodes: readonly TreeNode[], open: ReadonlySet<string>, level = 1, parentId: string | null = null): TreeRow[] {
  return nodes.flatMap((node, index) => {
    const inner = node.children ?? [];
    const isOpen = inner.length === 0 ? undefined : open.has(node.id);
    const row = { node, level, place: index + 1, size: nodes.length, parentId, isOpen };
    return isOpen ? [row, ...rowsInSight(inner, open, level + 1, node.id)] : [row];
  });
}
