'use client';

import { SelectField, Skeleton, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { usePages } from '../../api/use-pages';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { DeviceTypesDocument, TagsDocument } from '../../generated/documents';
import { useAllPages } from '../device-types/use-all-pages';
import { placeOptions } from '../plant/place-options';
import { usePlant } from '../plant/use-plant';
import type { AskProps } from './ask-props';

/** Stands for none; no id is empty. */
const NONE = '';
const field = (form: HTMLFormElement): string => String(new FormData(form).get('target') ?? '').trim();

/** Where they are to stand. */
export function AskPlace({ meant: { count }, change, send, onClose }: AskProps) {
  const t = useTranslations('plant.bulk');
  const faultLine = useFaultLine();
  const { data } = usePlant();
  return (
    <FormDialog title={t('ask.PLACE', { count })} submitLabel={t('do', { count })} isPending={change.isPending} onSend={(form) => send({ placeId: field(form) || null })} onClose={onClose}>
      {data ? <SelectField label={t('place')} name="target" options={[...placeOptions(data.plantTree), { value: NONE, label: t('nowhere') }]} error={faultLine(change.error)} /> : <Skeleton height={64} />}
    </FormDialog>
  );
}

/** A word, of those in use or another. */
export function AskTag({ choice, meant: { count }, change, send, onClose }: AskProps & { choice: string }) {
  const t = useTranslations('plant.bulk');
  const faultLine = useFaultLine();
  const known = useId();
  const [isMissing, setIsMissing] = useState(false);
  const { data } = useAnswer(TagsDocument, {});
  const isAdding = choice === 'TAG';
  const sendWord = (form: HTMLFormElement): void => {
    const tag = field(form);
    setIsMissing(tag === '');
    if (tag) send({ tag });
  };
  return (
    <FormDialog title={t(isAdding ? 'ask.TAG' : 'ask.UNTAG', { count })} submitLabel={t('do', { count })} isPending={change.isPending} onSend={sendWord} onClose={onClose}>
      <TextField label={t('tag')} hint={isAdding ? t('tagHint') : undefined} name="target" list={known} maxLength={41} required autoComplete="off" error={isMissing ? t('tagMissing') : faultLine(change.error)} />
      <datalist id={known}>
        {data?.tags.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </FormDialog>
  );
}

/** What they are. */
export function AskType({ meant: { count }, change, send, onClose }: AskProps) {
  const t = useTranslations('plant.bulk');
  const faultLine = useFaultLine();
  const types = usePages(DeviceTypesDocument, { first: 100, search: null }, ({ deviceTypes }) => deviceTypes);
  useAllPages(types);
  return (
    <FormDialog title={t('ask.TYPE', { count })} submitLabel={t('do', { count })} isPending={change.isPending} onSend={(form) => send({ typeId: field(form) || null })} onClose={onClose}>
      {types.data ? <SelectField label={t('type')} name="target" options={[...types.nodes.map(({ id, name }) => ({ value: id, label: name })), { value: NONE, label: t('noType') }]} error={faultLine(change.error)} /> : <Skeleton height={64} />}
    </FormDialog>
  );
}
