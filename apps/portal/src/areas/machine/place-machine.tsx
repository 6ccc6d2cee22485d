'use client';

import { Callout, SelectField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { PlaceMachineDocument } from '../../generated/documents';
import { placeOptions } from '../plant/place-options';
import { usePlant } from '../plant/use-plant';
import { usePlantChanged } from '../plant/use-plant-changed';
import type { Machine } from './use-machine';

/** Stands for nowhere; no id is empty. */
const NOWHERE = '';

/** Says where the machine stands. */
export function PlaceMachine({ machine, onClose }: { machine: Machine; onClose(): void }) {
  const t = useTranslations('plant');
  const faultLine = useFaultLine();
  const changed = usePlantChanged();
  const { data } = usePlant();
  const change = useChange(PlaceMachineDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  const options = data ? placeOptions(data.plantTree) : [];
  return (
    <FormDialog
      title={t('machine.placeTitle', { name: machine.name })}
      body={t('machine.placeHint')}
      isPending={change.isPending}
      onSend={(form) => change.mutate({ input: { id: machine.id, placeId: String(new FormData(form).get('place') ?? '') || null } })}
      onClose={onClose}
    >
      {data && options.length === 0 && <Callout>{t('machine.noPlaces')}</Callout>}
      {data ? <SelectField label={t('machine.place')} name="place" defaultValue={machine.path.at(-1)?.id ?? NOWHERE} options={[{ value: NOWHERE, label: t('nowhere') }, ...options]} error={faultLine(change.error)} /> : <Skeleton height={64} />}
    </FormDialog>
  );
}
