'use client';

import { useAnswer } from '../../api/use-answer';
import { MachineNotesDocument, type NoteFactsFragment } from '../../generated/documents';
import type { ChosenRange } from '../../frame/use-range';

export type Note = NoteFactsFragment;

/** What people noted of the machine over the range, newest first; undefined until it is known. Kept true by what is told of the machine. */
export function useNotes(id: string, { fromMs, toMs }: ChosenRange): readonly Note[] | undefined {
  const { data } = useAnswer(MachineNotesDocument, { id, from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() }, { isKept: true, staleMs: 60_000 });
  return data?.device.annotations;
}
