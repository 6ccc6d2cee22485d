'use client';

import { RadioCards, SelectField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { CreateApiKeyInput } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { KEY_SCOPES, permissionsOf, type KeyScope } from './key-scopes';
import { textOf } from './own-password-field';

const LIVES = [30, 90, 365];

interface NewKeyFormProps {
  readonly id: string;
  readonly error: unknown;
  onWanted(input: CreateApiKeyInput): void;
}

/** What a key is called, what it may do and for how long. */
export function NewKeyForm({ id, error, onWanted }: NewKeyFormProps) {
  const t = useTranslations('security.keys');
  const { permissions: own } = useViewer();
  const [scope, setScope] = useState<KeyScope>('telemetry');
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = textOf(event.currentTarget, 'name').trim();
    setIsMissing(name === '');
    if (name) onWanted({ name, permissions: [...permissionsOf(scope, own)], days: Number(textOf(event.currentTarget, 'days')) });
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <FormFault error={error} />
      <TextField label={t('name')} hint={t('nameHint')} name="name" maxLength={60} required autoComplete="off" error={isMissing ? t('nameMissing') : undefined} />
      <RadioCards legend={t('scope')} name="scope" value={scope} onValueChange={setScope} options={KEY_SCOPES.map((value) => ({ value, label: t(`scopes.${value}`), description: t(`scopeHelp.${value}`) }))} hint={t('scopeHint')} />
      <SelectField label={t('days')} name="days" defaultValue="90" options={LIVES.map((days) => ({ value: String(days), label: t('daysChoice', { days }) }))} />
    </form>
  );
}
