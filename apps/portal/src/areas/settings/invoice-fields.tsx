'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import type { FieldProps } from './field-props';

interface InvoiceFieldsProps {
  readonly field: (name: string) => FieldProps;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly mayUpdate: boolean;
}

const COPIED = { legalName: 'invoiceTitle.name', creditCode: 'invoiceTitle.taxNumber' } as const;

/** To whom invoices are written: for most companies what stands in the register. */
export function InvoiceFields({ field, form, mayUpdate }: InvoiceFieldsProps) {
  const t = useTranslations('settings.profile');
  const copy = (): void => {
    for (const [from, to] of Object.entries(COPIED)) {
      const [source, target] = [from, to].map((name) => form.current?.elements.namedItem(name));
      if (source instanceof HTMLInputElement && target instanceof HTMLInputElement) target.value = source.value.trim();
    }
  };
  return (
    <>
      {mayUpdate && (
        <Button size="sm" onClick={copy} className="justify-self-start md:col-span-2">
          {t('copyFromRegister')}
        </Button>
      )}
      <TextField label={t('invoiceName')} maxLength={120} {...field('invoiceTitle.name')} />
      <TextField label={t('taxNumber')} isMono spellCheck={false} autoComplete="off" {...field('invoiceTitle.taxNumber')} />
      <TextField label={t('addressAndPhone')} maxLength={200} {...field('invoiceTitle.addressAndPhone')} />
      <TextField label={t('bank')} maxLength={120} {...field('invoiceTitle.bank')} />
      <TextField label={t('account')} isMono inputMode="numeric" autoComplete="off" maxLength={40} {...field('invoiceTitle.account')} />
    </>
  );
}
