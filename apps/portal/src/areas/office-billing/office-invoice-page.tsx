'use client';

import { Button, LinkButton, PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { codeOf } from '../../errors/api-error';
import { Failure } from '../../errors/failure';
import { OfficeInvoiceDocument, type OfficeInvoiceFactsFragment } from '../../generated/documents';
import { InvoiceCards } from '../invoices/invoice-cards';
import { InvoiceLines } from '../invoices/invoice-lines';
import { InvoiceState } from '../invoices/invoice-state';
import { OfficeMissing } from '../office/office-missing';
import { usePlanWords } from '../plan/use-plan-words';
import { cardToRefund, leftToRefund } from './card-to-refund';
import { OfficeMoves } from './office-moves';

const CardRefundDialog = dynamic(() => import('./card-refund-dialog').then(({ CardRefundDialog: Refund }) => Refund), { ssr: false });
const CreditDialog = dynamic(() => import('./credit-dialog').then(({ CreditDialog: Credit }) => Credit), { ssr: false });
const RefundDialog = dynamic(() => import('./refund-dialog').then(({ RefundDialog: Refund }) => Refund), { ssr: false });

function Whole({ invoice }: { invoice: OfficeInvoiceFactsFragment }) {
  const t = useTranslations('billing.invoice');
  const words = usePlanWords();
  const [asking, setAsking] = useState<'card' | 'credit' | 'refund' | null>(null);
  const close = (): void => setAsking(null);
  const card = cardToRefund(invoice);
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            <span className="tn-num">{invoice.number}</span>
            <InvoiceState state={invoice.state} />
          </span>
        }
        answer={t('answer', { buyer: invoice.buyer.name, owed: words.money(Math.abs(invoice.owedMinor)), how: invoice.owedMinor > 0 ? 'owed' : invoice.owedMinor < 0 ? 'back' : 'none' })}
        actions={
          <>
            {card && <Button onClick={() => setAsking('card')}>{t('cardRefundOpen')}</Button>}
            {leftToRefund(invoice) > 0 && <Button onClick={() => setAsking('refund')}>{t('refundOpen')}</Button>}
            {invoice.state !== 'VOID' && <Button onClick={() => setAsking('credit')}>{t('creditOpen')}</Button>}
            <LinkButton asChild>
              <Link href="/admin/billing">{t('toList')}</Link>
            </LinkButton>
          </>
        }
      />
      <InvoiceCards cards={invoice.cards} />
      <InvoiceLines invoice={invoice} />
      <OfficeMoves invoice={invoice} />
      {asking === 'card' && card && <CardRefundDialog {...card} onClose={close} />}
      {asking === 'credit' && <CreditDialog invoice={invoice} onClose={close} />}
      {asking === 'refund' && <RefundDialog invoice={invoice} onClose={close} />}
    </div>
  );
}

/** One invoice as the office sees it. */
export function OfficeInvoicePage({ id }: { id: string }) {
  const t = useTranslations('billing.invoice');
  const answer = useAnswer(OfficeInvoiceDocument, { id });
  if (answer.data) return <Whole invoice={answer.data.officeInvoice} />;
  if (!answer.isError) return <Skeleton lines={12} />;
  if (codeOf(answer.error) === 'INVOICE.NOT_FOUND') return <OfficeMissing title={t('missing')} body={t('missingBody')} href="/admin/billing" action={t('toList')} />;
  return <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />;
}
