'use client';
import { useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

export interface RowFocus {
  /** Only one row is in the tab order: Tab enters the table, arrows walk it, Tab leaves it. */
  readonly tabIndexOf: (index: number) => 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

function target(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function indexOfRow(element: EventTarget): number {
  return element instanceof HTMLElement && element.dataset['row'] !== undefined ? Number(element.dataset['row']) : -1;
}

export function useRowFocus(rowCount: number): RowFocus {
  const [focused, setFocused] = useState(0);
  const held = Math.min(focused, Math.max(0, rowCount - 1));
  return {
    tabIndexOf: (index) => (index === held ? 0 : -1),
    onFocus: (event) => {
      const index = indexOfRow(event.target);
      if (index >= 0) setFocused(index);
    },
    onKeyDown: (event) => {
      const index = indexOfRow(event.target);
      const next = index < 0 ? undefined : target(event.key, index, rowCount);
      if (next === undefined) return;
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
    },
  };
}
