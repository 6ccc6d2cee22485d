'use client';

import { DISTRICTS, INDUSTRY_DIVISIONS } from '@tenon/domain/company';
import { Button, SelectField, TextField } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, type FormEvent, type ReactNode } from 'react';
import { useMay } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import type { ProfileFactsFragment } from '../../generated/documents';
import { CreditCodeNote } from './credit-code-state';
import type { FieldProps } from './field-props';
import { InvoiceFields } from './invoice-fields';
import { fieldValues, profileInput } from './profile-values';
import { SizeFields } from './size-fields';
import { useKeptForm } from './use-kept-form';
import { useProfileChange } from './use-profile-change';

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4 md:grid-cols-2">
      <legend className="float-left mb-2 w-full text-14 font-semibold md:col-span-2">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Reads and changes what the company says of itself. */
export function ProfileForm({ profile }: { profile: ProfileFactsFragment }) {
  const t = useTranslations('settings.profile');
  const frame = useTranslations('frame');
  const isChinese = useLocale() === 'zh-CN';
  const mayUpdate = useMay('company:update');
  const form = useRef<HTMLFormElement>(null);
  const change = useProfileChange();
  const values = fieldValues(profile);
  useKeptForm(form, values);
  const field = (name: string): FieldProps => ({ name, defaultValue: values[name] ?? '', disabled: !mayUpdate, error: change.errorOf(name) });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    change.send(profileInput((name) => String(fields.get(name) ?? '')));
  };
  const named = (list: readonly { code: string; zh: string; en: string }[]) => list.map(({ code, zh, en }) => ({ value: code, label: isChinese ? zh : en }));
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-6">
      <FormFault error={change.formError} />
      <Group title={t('register')}>
        <TextField label={t('legalName')} hint={t('legalNameHint')} maxLength={120} autoComplete="organization" {...field('legalName')} />
        <TextField label={t('creditCode')} hint={t('creditCodeHint')} isMono spellCheck={false} autoComplete="off" {...field('creditCode')} />
        <div className="empty:hidden md:col-span-2">
          <CreditCodeNote state={profile.creditCodeState} />
        </div>
        <SelectField label={t('industry')} placeholder={t('notSaid')} options={named(INDUSTRY_DIVISIONS)} {...field('industry')} />
        <SelectField label={t('district')} placeholder={t('notSaid')} options={named(DISTRICTS)} {...field('district')} />
        <TextField label={t('park')} maxLength={80} {...field('park')} />
        <TextField label={t('address')} maxLength={200} autoComplete="street-address" {...field('address')} />
      </Group>
      <Group title={t('scale')}>
        <SizeFields employees={profile.employees} yearlyRevenueYuan={profile.yearlyRevenueYuan} field={field} />
      </Group>
      <Group title={t('invoice')}>
        <InvoiceFields field={field} form={form} mayUpdate={mayUpdate} />
      </Group>
      {mayUpdate ? (
        <Button type="submit" variant="primary" isLoading={change.isPending} className="justify-self-start">
          {frame('save')}
        </Button>
      ) : (
        <p className="text-13 text-ink-2">{t('mayNot')}</p>
      )}
    </form>
  );
}
