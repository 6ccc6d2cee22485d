'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { useToast } from '../../frame/toasts';
import { DeleteMachineDocument } from '../../generated/documents';
import type { Machine } from './use-machine';

interface DeleteMachineProps {
  readonly machine: Machine;
  onClose(): void;
}

/** Deletes a machine after naming all that goes with it. */
export function DeleteMachine({ machine, onClose }: DeleteMachineProps) {
  const t = useTranslations('machines.delete');
  const cache = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const change = useChange(DeleteMachineDocument, {
    onDone: () => {
      router.replace('/machines');
      for (const name of ['Machines', 'Home']) void cache.invalidateQueries({ queryKey: [name] });
      toast.show({ title: t('done', { name: machine.name }), tone: 'good' });
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { name: machine.name })}
      losses={{
        heading: t('lost'),
        items: [t('lostMetrics', { count: machine.series.length }), t('lostRefusals'), machine.kind === 'SIMULATED' ? t('lostSimulated') : t('lostToken'), t('lostApps')],
      }}
      recovery={t('noWayBack')}
      typeToConfirm={machine.kind === 'SIMULATED' ? undefined : { phrase: machine.name, label: t('typeName', { name: machine.name }) }}
      confirmLabel={t('action')}
      onConfirm={() => change.mutate({ id: machine.id })}
    />
  );
}
