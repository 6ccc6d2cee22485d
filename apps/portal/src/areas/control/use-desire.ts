'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useChange } from '../../api/use-change';
import { SetDesiredStateDocument } from '../../generated/documents';

/** Changes what a machine is asked for. */
export function useDesire(onDone: () => void) {
  const cache = useQueryClient();
  return useChange(SetDesiredStateDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['MachineControl'] });
      onDone();
    },
  });
}
