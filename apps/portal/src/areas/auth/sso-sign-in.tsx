'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useErrorWords } from '../../errors/use-error-words';
import { AuthProblem } from './auth-problem';
import { useCompanySignIn } from './use-company-sign-in';

/** Signing in at the provider of one's company, which the address leads to. */
export function SsoSignIn({ next }: { next: string }) {
  const t = useTranslations('auth.sso');
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <SsoForm next={next} />;
  return (
    <Button size="lg" isBlock className="mt-3" onClick={() => setIsOpen(true)}>
      {t('open')}
    </Button>
  );
}

function SsoForm({ next }: { next: string }) {
  const t = useTranslations('auth.sso');
  const words = useErrorWords();
  const { begin, isPending, fault } = useCompanySignIn(next);
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('workEmail') ?? '').trim();
    setIsMissing(email === '');
    if (email !== '') begin(email);
  };
  return (
    <form onSubmit={submit} noValidate className="mt-5 grid gap-5">
      <AuthProblem error={fault === null ? null : words(fault)} />
      <TextField label={t('email')} hint={t('hint')} name="workEmail" type="email" autoComplete="email" inputMode="email" required autoFocus error={isMissing ? t('missing') : undefined} />
      <Button type="submit" size="lg" isBlock isLoading={isPending}>
        {t('submit')}
      </Button>
    </form>
  );
}
