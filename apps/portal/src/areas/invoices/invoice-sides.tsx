'use client';

import { Callout, DescriptionList, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { InvoiceQuery } from '../../generated/documents';
import { OwnMark } from '../../frame/own-mark';
import { useViewer } from '../../viewer/viewer-context';
import { usePlanWords } from '../plan/use-plan-words';

type Party = InvoiceQuery['invoice']['buyer'];

const FACTS = ['name', 'taxNumber', 'addressAndPhone', 'bank', 'account'] as const;

function Facts({ party }: { party: Party }) {
  const t = useTranslations('invoices.party');
  return <DescriptionList items={FACTS.flatMap((key) => (party[key] ? [{ key, term: t(key), detail: party[key] }] : []))} />;
}

/** Whose invoice it is, and where it is paid. */
export function InvoiceSides({ invoice, payee }: { invoice: InvoiceQuery['invoice']; payee: InvoiceQuery['payee'] }) {
  const t = useTranslations('invoices');
  const words = usePlanWords();
  const { logoDigest } = useViewer();
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <Section title={t('buyer')}>
        {logoDigest && <OwnMark size={48} className="mb-3" />}
        <Facts party={invoice.buyer} />
        {!invoice.buyer.taxNumber && (
          <p className="mt-2 text-13 text-ink-3 print:hidden">
            {t('buyerHint')}{' '}
            <Link href="/settings/profile" className="underline">
              {t('toProfile')}
            </Link>
          </p>
        )}
      </Section>
      <Section title={t('payee')}>
        {payee.account ? <Facts party={payee} /> : <p className="text-14 text-ink-2">{t('noPayee')}</p>}
        {payee.account && invoice.owedMinor > 0 && (
          <Callout className="mt-4" title={t('pay', { amount: words.money(invoice.owedMinor), day: words.day(invoice.dueOn) })}>
            {t('payBody', { number: invoice.number })}
          </Callout>
        )}
      </Section>
    </div>
  );
}
