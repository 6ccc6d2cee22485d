'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { FormDialog } from '../../frame/form-dialog';
import { FormFault } from '../apps/form-fault';
import { useMakeType } from '../device-types/use-make-type';
import type { Machine } from './use-machine';

interface DrawTypeProps {
  readonly machine: Machine;
  onClose(): void;
}

/** Draws a type from what the machine has sent, and goes to it. */
export function DrawType({ machine, onClose }: DrawTypeProps) {
  const t = useTranslations('machines.type');
  const make = useMakeType();
  const send = (form: HTMLFormElement): void => make.mutate({ input: { deviceId: machine.id, name: String(new FormData(form).get('name') ?? '').trim() || machine.name } });
  return (
    <FormDialog title={t('drawTitle', { name: machine.name })} body={t('drawBody')} submitLabel={t('drawMake')} isPending={make.isPending} onSend={send} onClose={onClose}>
      <FormFault error={make.error} />
      <TextField label={t('drawName')} name="name" defaultValue={machine.name} maxLength={80} required autoComplete="off" />
    </FormDialog>
  );
}
