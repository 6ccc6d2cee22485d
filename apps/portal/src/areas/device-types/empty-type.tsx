'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { useMakeType } from './use-make-type';

/** Begins a type with nothing but a name. */
export function EmptyType({ make }: { make: ReturnType<typeof useMakeType> }) {
  const t = useTranslations('deviceTypes.new');
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name !== '' && !make.isPending) make.mutate({ input: { name } });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-3">
      <TextField label={t('name')} name="name" maxLength={80} required autoComplete="off" error={isMissing ? t('nameMissing') : undefined} fieldClassName="w-full sm:w-72" />
      <Button type="submit">{t('create')}</Button>
    </form>
  );
}
