'use client';

import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { FieldsProps, Item } from './item';

type Named = Pick<Item, 'key' | 'name'>;

/** By what it is known: to machines and programs by its key, to people in two languages. */
export function NameFields({ item: { key, name }, change, errorOf, keyHint }: FieldsProps<Named> & { keyHint: string }) {
  const t = useTranslations('deviceTypes.form');
  return (
    <>
      <TextField label={t('key')} hint={keyHint} value={key} onChange={(event) => change({ key: event.currentTarget.value })} maxLength={128} required isMono autoComplete="off" error={errorOf('key')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t('zh')} value={name.zh} onChange={(event) => change({ name: { ...name, zh: event.currentTarget.value } })} maxLength={80} autoComplete="off" error={errorOf('name/zh')} />
        <TextField label={t('en')} value={name.en} onChange={(event) => change({ name: { ...name, en: event.currentTarget.value } })} maxLength={80} autoComplete="off" error={errorOf('name/en')} />
      </div>
    </>
  );
}
