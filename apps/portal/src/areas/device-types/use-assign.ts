'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useChange } from '../../api/use-change';
import { AssignDeviceTypeDocument, type AssignDeviceTypeMutation } from '../../generated/documents';

/** What is asked again once machines have another type. */
const CONCERNED = ['DeviceType', 'DeviceTypes', 'DeviceTypeMachines', 'MachinesToType', 'Machine'] as const;

/** Gives machines a type, or takes it off. */
export function useAssign(onDone: (machines: AssignDeviceTypeMutation['assignDeviceType']) => void) {
  const cache = useQueryClient();
  return useChange(AssignDeviceTypeDocument, {
    onDone: async ({ assignDeviceType }) => {
      await Promise.all(CONCERNED.map((name) => cache.invalidateQueries({ queryKey: [name] })));
      onDone(assignDeviceType);
    },
  });
}
