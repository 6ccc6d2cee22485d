'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { useToast } from '../../frame/toasts';
import { AddSimulatedMachineDocument } from '../../generated/documents';

const LANGUAGES = { 'zh-CN': 'ZH', en: 'EN' } as const;

/** Adds a simulated machine and goes to it; `isPending` lasts until its page is there. */
export function useAddSimulated(): { add(): void; isPending: boolean } {
  const router = useRouter();
  const cache = useQueryClient();
  const toast = useToast();
  const words = useErrorWords();
  const locale = useLocale();
  const change = useChange(AddSimulatedMachineDocument, {
    onDone: ({ addSimulatedDevice }) => {
      void cache.invalidateQueries({ queryKey: ['Machines'] });
      router.push(`/machines/${addSimulatedDevice.id}`);
    },
  });
  const add = (): void =>
    change.mutate(
      { input: { language: LANGUAGES[locale] } },
      {
        onError: (error) => {
          const { what, next, code } = words(error);
          toast.show({ title: what, description: `${next} ${code}`, tone: 'danger' });
        },
      },
    );
  return { add, isPending: change.isPending || change.isSuccess };
}
