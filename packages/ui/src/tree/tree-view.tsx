'use client';
import clsx from 'clsx';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { ChevronRightIcon } from '../icons/arrows.js';
import { treeMove, type TreeMove } from './tree-keys.js';
import { rowsInSight, type TreeNode, type TreeRow } from './tree-node.js';

export interface TreeViewProps {
  /** Names the tree for those who hear it. */
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly selectedId: string;
  readonly open: ReadonlySet<string>;
  readonly onOpenChange: (open: ReadonlySet<string>) => void;
  readonly onSelect: (id: string) => void;
}

/** Letters typed within this belong to one word. */
const WORD_MS = 600;
const STEP = 14;

/** What was typed of a word so far. */
function useTypedWord(): (event: KeyboardEvent) => string {
  const word = useRef({ text: '', at: 0 });
  return ({ key, timeStamp, ctrlKey, metaKey, altKey }) => {
    if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return '';
    word.current = { text: timeStamp - word.current.at > WORD_MS ? key : word.current.text + key, at: timeStamp };
    return word.current.text;
  };
}

interface RowProps {
  readonly row: TreeRow;
  readonly isSelected: boolean;
  readonly tabIndex: 0 | -1;
  readonly onToggle: () => void;
  readonly onSelect: () => void;
}

function Row({ row: { node, level, place, size, isOpen }, isSelected, tabIndex, onToggle, onSelect }: RowProps): ReactElement {
  return (
    <div
      role="treeitem"
      data-node={node.id}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={size}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      tabIndex={tabIndex}
      onClick={onSelect}
      style={{ paddingLeft: 4 + (level - 1) * STEP }}
      className={clsx(
        'relative flex min-h-8 cursor-pointer items-center gap-1 rounded pr-2 text-14 select-none hover:bg-hover max-md:min-h-11',
        isSelected && 'bg-sunken font-medium before:absolute before:inset-y-1.5 before:left-0 before:w-0.5 before:rounded before:bg-accent',
      )}
    >
      {/* For a pointer: keys open and close by the arrows. */}
      <span
        aria-hidden
        className={clsx('grid size-6 flex-none place-items-center text-ink-3', isOpen === undefined && 'invisible')}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        <ChevronRightIcon size={14} className={clsx('transition-transform duration-100 motion-reduce:transition-none', isOpen && 'rotate-90')} />
      </span>
      <span className="min-w-0 flex-1 truncate" title={node.label}>
        {node.label}
        {node.said !== undefined && <span className="sr-only">, {node.said}</span>}
      </span>
      {node.detail !== undefined && (
        <span aria-hidden={node.said !== undefined} className="flex-none pl-2 font-normal">
          {node.detail}
        </span>
      )}
    </div>
  );
}

/** The rows in sight, which of them the tab key stops at, and what keys do. */
function useTree({ nodes, selectedId, open, onOpenChange, onSelect }: TreeViewProps) {
  const tree = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string>();
  const typedWord = useTypedWord();
  const rows = rowsInSight(nodes, open);
  // One stop of the tab key: where one was last, else what is chosen, else the first.
  const stopId = [focusedId, selectedId].find((id) => rows.some(({ node }) => node.id === id)) ?? rows[0]?.node.id;
  const set = (ids: readonly string[], isOpen: boolean): void => {
    onOpenChange(new Set(isOpen ? [...open, ...ids] : [...open].filter((id) => !ids.includes(id))));
  };
  const choose = (id: string): void => {
    setFocusedId(id);
    onSelect(id);
  };
  const make = (move: TreeMove): void => {
    if ('open' in move) set([move.open], true);
    else if ('close' in move) set([move.close], false);
    else if ('openAll' in move) set(move.openAll, true);
    else {
      setFocusedId(rows[move.to]?.node.id);
      tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[move.to]?.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isChoosing = event.key === 'Enter' || event.key === ' ';
    const move = isChoosing ? undefined : treeMove(rows, rows.findIndex(({ node }) => node.id === stopId), event.key, typedWord(event));
    if (!isChoosing && !move) return;
    event.preventDefault();
    if (move) make(move);
    else if (stopId !== undefined) choose(stopId);
  };
  return { tree, rows, stopId, set, choose, onKeyDown };
}

/** A tree of which one node is chosen, walked by arrows, Home and End, and by typing how a label begins. */
export function TreeView(props: TreeViewProps): ReactElement {
  const { label, selectedId } = props;
  const { tree, rows, stopId, set, choose, onKeyDown } = useTree(props);
  return (
    <div ref={tree} role="tree" aria-label={label} onKeyDown={onKeyDown} className="grid">
      {rows.map((row) => (
        <Row
          key={row.node.id}
          row={row}
          isSelected={row.node.id === selectedId}
          tabIndex={row.node.id === stopId ? 0 : -1}
          onToggle={() => { set([row.node.id], row.isOpen === false); }}
          onSelect={() => { choose(row.node.id); }}
        />
      ))}
    </div>
  );
}
