'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { CreateCompanyDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

/** Makes a company of one's own and enters it. */
export function CreateCompany() {
  const t = useTranslations('auth');
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(CreateCompanyDocument, { onDone: () => location.assign('/home') });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name !== '') change.mutate({ name });
  };
  return (
    <section className="border-t border-line pt-4">
      <h2 className="text-14 font-semibold">{t('companies.createTitle')}</h2>
      <form onSubmit={submit} noValidate className="mt-3 grid gap-4">
        <FormFault error={change.error} />
        <TextField label={t('companyName')} hint={t('companies.createHint')} name="name" autoComplete="organization" required maxLength={120} error={isMissing ? t('missing.companyName') : undefined} />
        <Button type="submit" className="justify-self-start" isLoading={change.isPending} loadingLabel={t('companies.creating')}>
          {t('companies.create')}
        </Button>
      </form>
    </section>
  );
}
