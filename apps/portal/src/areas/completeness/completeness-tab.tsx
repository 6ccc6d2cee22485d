'use client';

import { Section, Skeleton } from '@tenon/ui';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { Link } from '../../frame/link';
import { MachineLedgerDocument, type MachineLedgerQuery } from '../../generated/documents';
import { FiguresRow } from './figures-row';
import { GapList } from './gap-list';
import { HourGrid } from './hour-grid';
import { MonthChoice } from './month-choice';
import { useCompletenessWords } from './use-completeness-words';
import { useMonth } from './use-month';

function useAnswerOf({ figures, basis, intervalMs }: MachineLedgerQuery['machineCompleteness']): string {
  const { t, count, share, cadence } = useCompletenessWords();
  const { expected, kept, completeness, missing, refusedOfExpected } = figures;
  if (kept + figures.refused === 0 && missing === 0) return t('machineNone');
  if (expected === null) return t('machineUnjudged', { kept: count(kept), cadence: cadence({ basis, intervalMs }) });
  const facts = { cadence: cadence({ basis, intervalMs }), kept: count(kept), expected: count(expected), share: share(completeness), missing: count(missing) };
  return t(missing + refusedOfExpected === 0 ? 'machineWhole' : 'machineAnswer', facts);
}

function Ledger({ of, id, month }: { of: MachineLedgerQuery['machineCompleteness']; id: string; month: string | null }) {
  const { t } = useCompletenessWords();
  const answer = useAnswerOf(of);
  return (
    <>
      <p className="max-w-prose text-16">{answer}</p>
      <FiguresRow figures={of.figures} />
      <Section title={t('hours')} description={t('hoursIntro', { timeZone: of.timeZone })}>
        <HourGrid hours={of.hours} timeZone={of.timeZone} />
      </Section>
      <GapList id={id} month={month} timeZone={of.timeZone} />
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-14">
        <Link href={`/machines/${id}?tab=connection`} className="underline underline-offset-4">
          {t('toRefusals')}
        </Link>
        <Link href={`/machines/completeness?month=${of.month}`} className="underline underline-offset-4">
          {t('toAll')}
        </Link>
      </p>
      <p className="max-w-prose text-13 text-ink-2">{t('how')}</p>
    </>
  );
}

/** A machine's ledger: what was expected of it in a month, what came, what is missing and when. */
export function CompletenessTab({ machine: { id } }: { machine: { readonly id: string } }) {
  const [month, choose] = useMonth();
  const answer = useAnswer(MachineLedgerDocument, { id, month }, { isKept: true });
  if (!answer.data) return answer.isError ? <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} headingLevel={2} /> : <Skeleton lines={10} />;
  const { machineCompleteness: of, completeness } = answer.data;
  return (
    <div className="grid gap-6">
      <MonthChoice month={of.month} months={completeness.months} onChoose={choose} />
      <Ledger of={of} id={id} month={month} />
    </div>
  );
}
