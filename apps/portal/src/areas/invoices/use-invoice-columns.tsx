'use client';

import type { Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useMemo } from 'react';
import type { InvoiceFactsFragment } from '../../generated/documents';
import { usePlanWords } from '../plan/use-plan-words';
import { InvoiceState } from './invoice-state';

/** The columns of a list of invoices. */
export function useInvoiceColumns(): Column<InvoiceFactsFragment>[] {
  const t = useTranslations('invoices');
  const words = usePlanWords();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('number'),
        isPrimary: true,
        cell: ({ id, number }) => (
          <Link href={`/settings/invoices/${id}`} className="tn-num font-medium hover:underline">
            {number}
          </Link>
        ),
      },
      { id: 'for', header: t('for'), cell: ({ month }) => (month ? t('month', { month }) : t('change')) },
      { id: 'state', header: t('stateOf'), cell: ({ state }) => <InvoiceState state={state} /> },
      { id: 'issuedOn', header: t('issuedOn'), isHiddenOnPhone: true, cell: ({ issuedOn }) => <span className="whitespace-nowrap">{words.day(issuedOn)}</span> },
      { id: 'dueOn', header: t('dueOn'), cell: ({ dueOn }) => <span className="whitespace-nowrap">{words.day(dueOn)}</span> },
      { id: 'gross', header: t('gross'), isNumeric: true, cell: ({ grossMinor }) => <span className="tn-num">{words.money(grossMinor)}</span> },
      { id: 'owed', header: t('owed'), isNumeric: true, cell: ({ owedMinor }) => <span className="tn-num">{words.money(owedMinor)}</span> },
    ],
    [t, words],
  );
}
