'use client';

import { ConfirmDialog } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
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
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
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
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('title', { name: machine.name })}
      losses={{
        heading: t('lost'),
        items: [t('lostMetrics', { count: machine.series.length }), t('lostRefusals'), machine.kind === 'SIMULATED' ? t('lostSimulated') : t('lostToken'), t('lostApps')],
      }}
      recovery={t('noWayBack')}
      typeToConfirm={machine.kind === 'SIMULATED' ? undefined : { phrase: machine.name, label: t('typeName', { name: machine.name }) }}
      confirmLabel={t('action')}
      cancelLabel={frame('cancel')}
      closeLabel={frame('close')}
      isPending={change.isPending}
      error={faultLine(change.error)}
      onConfirm={() => change.mutate({ id: machine.id })}
    />
  );
}
