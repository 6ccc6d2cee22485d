'use client';

import { EmptyState, PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { NextInvoiceDocument, type NextInvoiceQuery } from '../../generated/documents';
import { useHas, useMay } from '../../viewer/viewer-context';
import { usePlanWords } from '../plan/use-plan-words';
import { InvoiceLines } from './invoice-lines';

/** What is counted moves while somebody looks at it. */
const REFRESH_MS = 60_000;

/** What the next invoice comes to by now, and what it will come to. */
function Draft({ next }: { next: NextInvoiceQuery['nextInvoice'] }) {
  const t = useTranslations('invoices.next');
  const words = usePlanWords();
  const { issuedOn, grossMinor, expectedMinor, lines } = next;
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href="/settings/invoices" className="hover:underline">
            {t('back')}
          </Link>
        }
        title={t('title')}
        answer={t('answer', { amount: words.money(grossMinor), day: words.day(issuedOn) })}
        meta={<span>{expectedMinor == null ? t('unknown') : t('expected', { amount: words.money(expectedMinor) })}</span>}
      />
      {lines.length > 0 ? <InvoiceLines invoice={next} /> : <EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      <p className="text-13 text-ink-3">{t('note')}</p>
    </>
  );
}

function NextInvoice() {
  const answer = useAnswer(NextInvoiceDocument, {}, { refetchEveryMs: REFRESH_MS });
  if (answer.data) return <Draft next={answer.data.nextInvoice} />;
  if (answer.isError) return <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />;
  return <Skeleton lines={8} />;
}

/** The next invoice so far. */
export function NextInvoicePage() {
  const t = useTranslations('invoices');
  const [isShown, mayRead] = [useHas('billing.next-invoice'), useMay('billing:read')];
  if (!mayRead) return <EmptyState title={t('hidden')} body={t('hiddenBody')} />;
  if (!isShown) return <EmptyState title={t('next.off')} body={t('next.offBody')} />;
  return (
    <div className="grid grid-cols-1 gap-8">
      <NextInvoice />
    </div>
  );
}
