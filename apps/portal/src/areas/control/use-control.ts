'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useFollow } from '../../api/use-follow';
import { usePages } from '../../api/use-pages';
import { MachineControlChangedDocument, MachineControlDocument, type CommandFactsFragment, type StateEntryFragment } from '../../generated/documents';

export type CommandFacts = CommandFactsFragment;
export type StateEntry = StateEntryFragment;

/** What a machine is asked for, and what was sent to it, kept true by what the api tells of it. */
export function useControl(id: string) {
  const cache = useQueryClient();
  const control = usePages(MachineControlDocument, { id }, ({ deviceControl }) => deviceControl.commands);
  useFollow(MachineControlChangedDocument, { id }, () => void cache.invalidateQueries({ queryKey: ['MachineControl'] }));
  return { ...control, state: control.data?.pages[0]?.deviceControl.state ?? [] };
}
