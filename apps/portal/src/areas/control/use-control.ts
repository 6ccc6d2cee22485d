'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useFollow } from '../../api/use-follow';
import { usePages } from '../../api/use-pages';
import { MachineControlChangedDocument, MachineControlDocument, type CommandFactsFragment, type StateEntryFragment } from '../../generated/documents';

export type CommandFacts = CommandFactsFragment;
export type StateEntry = StateEntryFragment;

/** A metric that a machine that speaks Sparkplug lets itself be written. */
export interface WritableMetric {
  readonly name: string;
  readonly type: string;
  readonly unit?: string | null | undefined;
}

/** What a machine is asked for, and what was sent to it, kept true by what the api tells of it. */
export function useControl(id: string) {
  const cache = useQueryClient();
  const control = usePages(MachineControlDocument, { id }, ({ deviceControl }) => deviceControl.commands);
  useFollow(MachineControlChangedDocument, { id }, () => void cache.invalidateQueries({ queryKey: ['MachineControl'] }));
  const first = control.data?.pages[0]?.deviceControl;
  return { ...control, state: first?.state ?? [], metrics: first?.sparkplug?.isAlive ? first.sparkplug.metrics : [] };
}
