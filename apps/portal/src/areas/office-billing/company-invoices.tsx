'use client';

import { Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { CompanyFactsFragment } from '../../generated/documents';
import { InvoiceState } from '../invoices/invoice-state';
import { useMayOffice } from '../office/office-context';
import { usePlanWords } from '../plan/use-plan-words';

/** A company's newest invoices, on its page in the office. */
export function CompanyInvoices({ invoices: { nodes: invoices } }: { invoices: CompanyFactsFragment['invoices'] }) {
  const t = useTranslations('billing');
  const words = usePlanWords();
  const mayOpen = useMayOffice('payment:manage');
  return (
    <Section title={t('ofCompany')}>
      {invoices.length === 0 && <p className="text-14 text-ink-2">{t('noneYet')}</p>}
      <ul className="divide-y divide-line text-14">
        {invoices.map(({ id, number, state, dueOn, grossMinor }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <span className="inline-flex flex-wrap items-center gap-3">
              {mayOpen ? (
                <Link href={`/admin/billing/${id}`} className="tn-num font-medium hover:underline">
                  {number}
                </Link>
              ) : (
                <span className="tn-num font-medium">{number}</span>
              )}
              <InvoiceState state={state} />
              <span className="text-ink-3">{t('due', { day: words.day(dueOn) })}</span>
            </span>
            <span className="tn-num">{words.money(grossMinor)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
