'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answerKey } from '../../api/document';
import { DeviceTypeDocument, type DeviceTypeQuery, type WholeTypeFragment } from '../../generated/documents';

/** What is asked again once a type is another. */
const CONCERNED = ['DeviceTypes', 'DeviceTypeVersions', 'Machine'] as const;

/** Takes in a type as the api answered it. */
export function useTypeChanged(): (type: WholeTypeFragment) => void {
  const cache = useQueryClient();
  return useCallback(
    (type) => {
      cache.setQueryData<DeviceTypeQuery>(answerKey(DeviceTypeDocument, { id: type.id }), { deviceType: type });
      for (const name of CONCERNED) void cache.invalidateQueries({ queryKey: [name] });
    },
    [cache],
  );
}
