'use client';

import { TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../frame/form-dialog';
import { FormFault } from '../apps/form-fault';
import { shownValue, writtenValue } from './json-text';
import type { StateEntry } from './use-control';
import { useDesire } from './use-desire';

interface DesireDialogProps {
  readonly deviceId: string;
  /** Left out: a key to be named. */
  readonly entry?: StateEntry;
  onClose(): void;
}

/** What was filled in; null for no value. */
function written(form: HTMLFormElement, known: string | undefined): { readonly key: string; readonly value: unknown } {
  const values = new FormData(form);
  const text = (name: string): string => String(values.get(name) ?? '').trim();
  return { key: known ?? text('key'), value: text('value') === '' ? null : writtenValue(text('value')) };
}

/** A text that would be read as something else is written as JSON. */
function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' && writtenValue(value) !== value ? JSON.stringify(value) : shownValue(value);
}

/** Asks the machine for one key's value. */
export function DesireDialog({ deviceId, entry, onClose }: DesireDialogProps) {
  const t = useTranslations('control.desire');
  const [missing, setMissing] = useState<'key' | 'value' | null>(null);
  const desire = useDesire(onClose);
  const submit = (form: HTMLFormElement): void => {
    const { key, value } = written(form, entry?.key);
    const lacking = key === '' ? 'key' : value === null ? 'value' : null;
    setMissing(lacking);
    if (lacking === null) desire.mutate({ input: { deviceId, values: { [key]: value } } });
  };
  return (
    <FormDialog title={entry ? t('titleOf', { key: entry.key }) : t('title')} body={t('body')} submitLabel={t('submit')} isPending={desire.isPending} onSend={submit} onClose={onClose}>
      {!entry && <TextField label={t('key')} hint={t('keyHint')} name="key" required maxLength={128} spellCheck={false} autoCapitalize="off" className="font-mono" error={missing === 'key' ? t('keyMissing') : undefined} />}
      <TextAreaField label={t('value')} hint={t('valueHint')} name="value" rows={3} isMono required spellCheck={false} defaultValue={textOf(entry?.desired ?? entry?.reported ?? null)} error={missing === 'value' ? t('valueMissing') : undefined} />
      <FormFault error={desire.error} />
    </FormDialog>
  );
}
