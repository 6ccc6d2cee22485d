'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { useToast } from '../../frame/toasts';
import { ReinstateMachineDocument, RetireMachineDocument } from '../../generated/documents';
import { usePlantChanged } from '../plant/use-plant-changed';
import type { Machine } from './use-machine';

interface RetireMachineProps {
  readonly machine: Machine;
  onClose(): void;
}

function Retire({ machine: { id, name }, onClose }: RetireMachineProps) {
  const t = useTranslations('plant.machine');
  const changed = usePlantChanged();
  const toast = useToast();
  const change = useChange(RetireMachineDocument, {
    onDone: async () => {
      await changed();
      onClose();
      toast.show({ title: t('retireDone', { name }), tone: 'good' });
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('retireTitle', { name })}
      losses={{ heading: t('retireLoses'), items: [t('retireIn'), t('retireList')] }}
      recovery={t('retireKept')}
      confirmLabel={t('retire')}
      onConfirm={() => change.mutate({ id })}
    />
  );
}

function BringBack({ machine: { id, name }, onClose }: RetireMachineProps) {
  const t = useTranslations('plant.machine');
  const changed = usePlantChanged();
  const toast = useToast();
  const change = useChange(ReinstateMachineDocument, {
    onDone: async () => {
      await changed();
      onClose();
      toast.show({ title: t('reinstateDone', { name }), tone: 'good' });
    },
  });
  return <ConfirmChange change={change} onClose={onClose} tone="primary" title={t('reinstateTitle', { name })} description={t('reinstateBody')} confirmLabel={t('reinstate')} onConfirm={() => change.mutate({ id })} />;
}

/** Takes the machine out of use, or brings it back. */
export function RetireMachine(props: RetireMachineProps) {
  return props.machine.retiredAt ? <BringBack {...props} /> : <Retire {...props} />;
}
