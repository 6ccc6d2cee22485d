'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { CreateDeviceTypeDocument } from '../../generated/documents';

/** Makes a device type and goes to its page. */
export function useMakeType() {
  const cache = useQueryClient();
  const router = useRouter();
  return useChange(CreateDeviceTypeDocument, {
    onDone: ({ createDeviceType }) => {
      router.push(`/machines/types/${createDeviceType.id}`);
      void cache.invalidateQueries({ queryKey: ['DeviceTypes'] });
      void cache.invalidateQueries({ queryKey: ['Machine'] });
    },
  });
}
