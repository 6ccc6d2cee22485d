'use client';

import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answerKey } from '../../api/document';
import { useAnswer } from '../../api/use-answer';
import { useFollow } from '../../api/use-follow';
import { MachineChangedDocument, MachineDocument, type MachineQuery } from '../../generated/documents';

export type Machine = MachineQuery['device'];

/** Now and then besides listening: silence is noticed by nobody's message. */
const LOOK_EVERY_MS = 30_000;

/** The machine, kept true by what the api tells of its changes. */
export function useMachine(id: string): UseQueryResult<MachineQuery> {
  const cache = useQueryClient();
  const machine = useAnswer(MachineDocument, { id }, { refetchEveryMs: LOOK_EVERY_MS });
  useFollow(MachineChangedDocument, { id }, ({ deviceChanged }) => {
    // Notes are told of as the machine is.
    void cache.invalidateQueries({ queryKey: ['MachineNotes'] });
    cache.setQueryData<MachineQuery>(answerKey(MachineDocument, { id }), (known) => known && { device: { ...known.device, ...deviceChanged } });
  });
  return machine;
}
