'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { OfficeInvoiceFactsFragment } from '../../generated/documents';
import { InvoiceMoves } from '../invoices/invoice-moves';

const TakeBackDialog = dynamic(() => import('./take-back-dialog').then(({ TakeBackDialog: TakeBack }) => TakeBack), { ssr: false });

/** What moved of an invoice; a payment that was noted for the wrong one may be taken back. */
export function OfficeMoves({ invoice }: { invoice: OfficeInvoiceFactsFragment }) {
  const t = useTranslations('billing.takeBack');
  const [asked, setAsked] = useState<OfficeInvoiceFactsFragment['payments'][number] | null>(null);
  return (
    <>
      <InvoiceMoves
        invoice={invoice}
        action={(payment) =>
          payment.isAssigned && (
            <Button size="sm" onClick={() => setAsked(payment)}>
              {t('open')}
            </Button>
          )
        }
      />
      {asked && <TakeBackDialog payment={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
