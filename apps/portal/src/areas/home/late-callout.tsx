'use client';

import { Callout } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { LateInvoicesDocument } from '../../generated/documents';

/** That invoices are late, with what is owed of them. */
export function LateCallout() {
  const t = useTranslations('home.late');
  const locale = useLocale();
  const late = (useAnswer(LateInvoicesDocument, {}).data?.invoices.nodes ?? []).filter(({ state }) => state === 'OVERDUE');
  if (late.length === 0) return null;
  const owed = late.reduce((sum, { owedMinor }) => sum + owedMinor, 0);
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CNY' }).format(owed / 100);
  return (
    <Callout
      tone="danger"
      title={t('title', { count: late.length, amount })}
      action={
        <Link href="/settings/invoices" className="text-13 underline underline-offset-4">
          {t('open')}
        </Link>
      }
    >
      {t('body')}
    </Callout>
  );
}
