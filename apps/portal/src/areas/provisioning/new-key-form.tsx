'use client';

import { RadioCards, SelectField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../api/use-answer';
import { ProvisioningTypesDocument, type CreateProvisioningKeyInput } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';

const SCOPES = ['new', 'gateways', 'listed'] as const;
type Scope = (typeof SCOPES)[number];
const LIVES = [1, 7, 30, 365];
const FOR_EVER = '';
const DAY_MS = 86_400_000;
const MOST_USES = 100_000;

interface NewKeyFormProps {
  readonly id: string;
  readonly error: unknown;
  onWanted(input: CreateProvisioningKeyInput): void;
}

function TypeChoice() {
  const t = useTranslations('provisioning');
  const types = useAnswer(ProvisioningTypesDocument, {}).data?.deviceTypes.nodes ?? [];
  if (types.length === 0) return null;
  return <SelectField label={t('type')} name="typeId" defaultValue="" options={[{ value: '', label: t('noType') }, ...types.map(({ id, name }) => ({ value: id, label: name }))]} />;
}

function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What is wrong with how many machines are to come; null where nothing is. */
function usesOf(text: string): number | null | 'wrong' {
  if (text === '') return null;
  const uses = Number(text);
  return Number.isInteger(uses) && uses >= 1 && uses <= MOST_USES ? uses : 'wrong';
}

/** What a key is called, what comes by it, how many, and for how long. */
export function NewKeyForm({ id, error, onWanted }: NewKeyFormProps) {
  const t = useTranslations('provisioning');
  const mayLookAtTypes = useMay('device-type:read');
  const [scope, setScope] = useState<Scope>('new');
  const [wrong, setWrong] = useState<{ readonly name?: boolean; readonly uses?: boolean }>({});
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const [name, days, typeId, mostUses] = [textOf(form, 'name'), textOf(form, 'days'), textOf(form, 'typeId'), usesOf(textOf(form, 'mostUses'))];
    setWrong({ name: name === '', uses: mostUses === 'wrong' });
    if (name === '' || mostUses === 'wrong') return;
    const expiresAt = days === FOR_EVER ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    onWanted({ name, makesNew: scope !== 'listed', makesGateways: scope === 'gateways', typeId: scope === 'listed' ? null : typeId || null, mostUses, expiresAt });
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <FormFault error={error} />
      <TextField label={t('name')} hint={t('nameHint')} name="name" maxLength={60} required autoComplete="off" error={wrong.name ? t('nameMissing') : undefined} />
      <RadioCards legend={t('scope')} name="scope" value={scope} onValueChange={setScope} options={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`), description: t(`scopeHelp.${value}`) }))} />
      {scope !== 'listed' && mayLookAtTypes && <TypeChoice />}
      <TextField label={t('mostUses')} hint={t('mostUsesHint')} name="mostUses" inputMode="numeric" autoComplete="off" error={wrong.uses ? t('mostUsesWrong', { limit: MOST_USES }) : undefined} />
      <SelectField label={t('days')} name="days" defaultValue="30" options={[...LIVES.map((days) => ({ value: String(days), label: t('daysChoice', { days }) })), { value: FOR_EVER, label: t('forEver') }]} />
    </form>
  );
}
