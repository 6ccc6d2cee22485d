'use client';

import { Button, EmptyState, LinkButton, MachineIllustration, PageHeader, Skeleton } from '@tenon/ui';
import { useLocale } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { Link } from '../../frame/link';
import { CompletenessOfMonthDocument, type CompletenessOfMonthQuery } from '../../generated/documents';
import { FiguresRow } from './figures-row';
import { MonthChoice } from './month-choice';
import { RevisionChanges, StatementState } from './statement-state';
import { useCompletenessWords } from './use-completeness-words';
import { useMonth } from './use-month';

// The figures are there first; the list comes a moment later.
const CompletenessMachines = dynamic(() => import('./completeness-machines').then(({ CompletenessMachines: Machines }) => Machines), { loading: () => <Skeleton lines={8} /> });

type Month = CompletenessOfMonthQuery['completeness'];

function Files({ month }: { month: string }) {
  const { t } = useCompletenessWords();
  const locale = useLocale();
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <LinkButton asChild>
        <a href={`/api/telemetry/completeness?format=pdf&month=${month}&language=${locale}`} download>
          {t('pdf')}
        </a>
      </LinkButton>
      <LinkButton asChild>
        <a href={`/api/telemetry/completeness?format=csv&month=${month}`} download>
          {t('csv')}
        </a>
      </LinkButton>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </div>
  );
}

function useAnswerOf({ totals, madeAt }: Month): string {
  const { t, count, share, length } = useCompletenessWords();
  if (!madeAt || !totals) return t('answerNone');
  if (totals.expected === null) return t('answerUnjudged', { kept: count(totals.kept) });
  const facts = { kept: count(totals.kept), expected: count(totals.expected), share: share(totals.completeness), missing: count(totals.missing), longest: length(totals.longestGapMs) };
  return t(totals.missing + totals.refusedOfExpected === 0 ? 'answerWhole' : 'answer', facts);
}

function Whole({ of, onChoose }: { of: Month; onChoose: (month: string) => void }) {
  const { t } = useCompletenessWords();
  const answer = useAnswerOf(of);
  const crumb = (
    <Link href="/machines" className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-ink print:hidden">
      {t('crumb')}
    </Link>
  );
  return (
    <div className="grid gap-6">
      <PageHeader eyebrow={crumb} title={t('title')} answer={answer} meta={<StatementState of={of} />} actions={of.madeAt ? <Files month={of.month} /> : undefined} />
      <MonthChoice month={of.month} months={of.months} onChoose={onChoose} />
      {of.totals ? (
        <>
          <FiguresRow figures={of.totals} />
          <RevisionChanges of={of} />
          <CompletenessMachines month={of.month} />
          <p className="max-w-prose text-13 text-ink-2">{t('how')}</p>
        </>
      ) : (
        <EmptyState
          title={t('none')}
          body={t('noneBody')}
          illustration={<MachineIllustration />}
          action={
            <LinkButton asChild variant="primary">
              <Link href="/machines">{t('toMachines')}</Link>
            </LinkButton>
          }
        />
      )}
    </div>
  );
}

/** How complete a month's readings are: the company's statement, machine by machine. */
export function CompletenessPage() {
  const { t } = useCompletenessWords();
  const [month, choose] = useMonth();
  const answer = useAnswer(CompletenessOfMonthDocument, { month }, { isKept: true });
  if (answer.data) return <Whole of={answer.data.completeness} onChoose={choose} />;
  return (
    <div className="grid gap-6">
      <PageHeader title={t('title')} />
      {answer.isError ? <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} headingLevel={2} /> : <Skeleton lines={10} />}
    </div>
  );
}
