'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { useFaultToast } from '../../frame/use-fault-toast';
import { AddSimulatedMachineDocument } from '../../generated/documents';

const LANGUAGES = { 'zh-CN': 'ZH', en: 'EN' } as const;

/** Adds a simulated machine and goes to it; `isPending` lasts until its page is there. */
export function useAddSimulated(): { add(): void; isPending: boolean } {
  const router = useRouter();
  const cache = useQueryClient();
  const sayFault = useFaultToast();
  const locale = useLocale();
  const change = useChange(AddSimulatedMachineDocument, {
    onDone: ({ addSimulatedDevice }) => {
      void cache.invalidateQueries({ queryKey: ['Machines'] });
      router.push(`/machines/${addSimulatedDevice.id}`);
    },
  });
  const add = (): void =>
    change.mutate({ input: { language: LANGUAGES[locale] } }, { onError: sayFault });
  return { add, isPending: change.isPending || change.isSuccess };
}
