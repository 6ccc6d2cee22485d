'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { MergeTagsDocument } from '../../generated/documents';
import { usePlantChanged } from '../plant/use-plant-changed';
import type { TagDialogProps } from './tag';

/** Makes one tag of two: machines that have this one have another instead. */
export function MergeTag({ tag: { id, name, machineCount }, tags, onClose }: TagDialogProps) {
  const t = useTranslations('plant.tags');
  const faultLine = useFaultLine();
  const changed = usePlantChanged();
  const change = useChange(MergeTagsDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  const others = tags.filter((other) => other.id !== id);
  const send = (form: HTMLFormElement): void => change.mutate({ input: { id, into: String(new FormData(form).get('into') ?? '') } });
  return (
    <FormDialog title={t('mergeTitle', { name })} body={t('mergeBody', { count: machineCount, name })} submitLabel={t('merge')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <SelectField label={t('into')} name="into" defaultValue={others[0]?.id} options={others.map((other) => ({ value: other.id, label: other.name }))} error={faultLine(change.error)} />
    </FormDialog>
  );
}
