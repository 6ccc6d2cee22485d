'use client';

import { Button, EmptyState, LinkButton, PageHeader, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useSearchParams } from 'next/navigation';
import { useAnswer } from '../../api/use-answer';
import { codeOf } from '../../errors/api-error';
import { Failure } from '../../errors/failure';
import { InvoiceDocument, type InvoiceQuery } from '../../generated/documents';
import { usePlanWords } from '../plan/use-plan-words';
import { useMay } from '../../viewer/viewer-context';
import { InvoiceCards } from './invoice-cards';
import { InvoiceLines } from './invoice-lines';
import { InvoiceMoves } from './invoice-moves';
import { InvoiceSides } from './invoice-sides';
import { InvoiceState } from './invoice-state';
import { PayByCard } from './pay-by-card';

type Invoice = InvoiceQuery['invoice'];

function Actions({ invoice: { id }, isPayable }: { invoice: Invoice; isPayable: boolean }) {
  const t = useTranslations('invoices');
  const locale = useLocale();
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {isPayable && <PayByCard invoiceId={id} />}
      <LinkButton asChild>
        <a href={`/api/billing/invoice?id=${id}&language=${locale}`} download>
          {t('pdf')}
        </a>
      </LinkButton>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </div>
  );
}

function Whole({ answer: { invoice, payee }, isConfirming }: { answer: InvoiceQuery; isConfirming: boolean }) {
  const t = useTranslations('invoices');
  const locale = useLocale();
  const mayPay = useMay('billing:manage');
  const words = usePlanWords();
  const facts = { amount: words.money(invoice.grossMinor), owed: words.money(invoice.owedMinor), day: words.day(invoice.dueOn), state: invoice.state };
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href="/settings/invoices" className="hover:underline print:hidden">
            {t('title')}
          </Link>
        }
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            <span className="tn-num">{invoice.number}</span>
            <InvoiceState state={invoice.state} />
          </span>
        }
        answer={t('one', facts)}
        meta={<span>{t('issued', { day: words.day(invoice.issuedOn) })}</span>}
        actions={<Actions invoice={invoice} isPayable={mayPay && payee.takesCards && invoice.owedMinor > 0 && !isConfirming} />}
      />
      <InvoiceCards cards={invoice.cards} isConfirming={isConfirming} />
      <InvoiceLines invoice={invoice} />
      <InvoiceMoves invoice={invoice} noteHref={(id) => `/api/billing/credit-note?id=${id}&language=${locale}`} />
      <InvoiceSides invoice={invoice} payee={payee} />
      <p className="text-13 text-ink-3">{t('notTaxDocument')}</p>
    </>
  );
}

/** Whether somebody is back from the payment service, which has not said yet that the money arrived. */
function useConfirming(): (data?: InvoiceQuery) => boolean {
  const isBack = useSearchParams().get('card') === 'back';
  return (data) => isBack && data?.invoice.cards[0]?.state === 'OPEN' && data.invoice.owedMinor > 0;
}

const LOOK_EVERY_MS = 3_000;

/** One invoice as a page, which prints as a sheet. */
export function InvoicePage({ id }: { id: string }) {
  const t = useTranslations('invoices');
  const isConfirming = useConfirming();
  const answer = useAnswer(InvoiceDocument, { id }, { refetchEveryMs: (data) => (isConfirming(data) ? LOOK_EVERY_MS : false) });
  if (answer.isError && codeOf(answer.error) === 'INVOICE.NOT_FOUND') {
    return (
      <EmptyState
        title={t('missing')}
        body={t('missingBody')}
        action={
          <LinkButton asChild>
            <Link href="/settings/invoices">{t('toList')}</Link>
          </LinkButton>
        }
      />
    );
  }
  return (
    <div className="grid grid-cols-1 gap-8">
      {answer.data && <Whole answer={answer.data} isConfirming={isConfirming(answer.data)} />}
      {!answer.data && answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />}
      {!answer.data && !answer.isError && <Skeleton lines={12} />}
    </div>
  );
}
