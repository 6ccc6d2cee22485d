'use client';

import { Button, EmptyState, LinkButton, PageHeader, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useAnswer } from '../../api/use-answer';
import { codeOf } from '../../errors/api-error';
import { Failure } from '../../errors/failure';
import { InvoiceDocument, type InvoiceQuery } from '../../generated/documents';
import { usePlanWords } from '../plan/use-plan-words';
import { InvoiceLines } from './invoice-lines';
import { InvoiceMoves } from './invoice-moves';
import { InvoiceSides } from './invoice-sides';
import { InvoiceState } from './invoice-state';

type Invoice = InvoiceQuery['invoice'];

function Actions({ invoice: { id } }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const locale = useLocale();
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <LinkButton asChild>
        <a href={`/api/billing/invoice?id=${id}&language=${locale}`} download>
          {t('pdf')}
        </a>
      </LinkButton>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </div>
  );
}

function Whole({ answer: { invoice, payee } }: { answer: InvoiceQuery }) {
  const t = useTranslations('invoices');
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
        actions={<Actions invoice={invoice} />}
      />
      <InvoiceLines invoice={invoice} />
      <InvoiceMoves invoice={invoice} />
      <InvoiceSides invoice={invoice} payee={payee} />
      <p className="text-13 text-ink-3">{t('notTaxDocument')}</p>
    </>
  );
}

/** One invoice as a page, which prints as a sheet. */
export function InvoicePage({ id }: { id: string }) {
  const t = useTranslations('invoices');
  const answer = useAnswer(InvoiceDocument, { id });
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
      {answer.data && <Whole answer={answer.data} />}
      {!answer.data && answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />}
      {!answer.data && !answer.isError && <Skeleton lines={12} />}
    </div>
  );
}
