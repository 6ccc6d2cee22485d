'use client';

import { Button, Callout, DescriptionList, ExactTime, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { HistoryImportFactsFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { FaultTable } from './fault-table';
import { MappingStep } from './mapping/mapping-step';
import { PressButton } from './press-button';
import { useNumberText } from './use-number-text';

type Report = HistoryImportFactsFragment['report'];

/** What importing would do, in numbers. */
function Figures({ report }: { report: Report }) {
  const t = useTranslations('history.found');
  const locale = useLocale();
  const number = useNumberText();
  const { timeZone } = useViewer().tenant;
  const counts = (['rows', 'points', 'machines', 'newMetrics', 'counted'] as const).map((key) => ({ key, term: t(key), detail: <span className="tn-num">{number(report[key])}</span> }));
  const times = (['firstAt', 'lastAt'] as const).flatMap((key) => (report[key] === null ? [] : [{ key, term: t(key), detail: <ExactTime at={report[key]} locale={locale} timeZone={timeZone} precision="second" /> }]));
  return <DescriptionList columns={2} items={[...counts, ...times]} />;
}

/** What a person should know before they say yes. */
function Warnings({ report, replaces }: { report: Report; replaces: boolean }) {
  const t = useTranslations('history.found');
  const number = useNumberText();
  const { same, different, repeated, skippedTimes, repeatedTimes, beyondPlan, daysBeyondPlan } = report;
  const notes = [
    same > 0 && t('same', { count: number(same) }),
    different > 0 && t(replaces ? 'replaced' : 'kept', { count: number(different) }),
    repeated > 0 && t('repeated', { count: number(repeated) }),
    skippedTimes > 0 && t('skippedTimes', { count: number(skippedTimes) }),
    repeatedTimes > 0 && t('repeatedTimes', { count: number(repeatedTimes) }),
    beyondPlan > 0 && t('beyondPlan', { count: number(beyondPlan), days: number(daysBeyondPlan) }),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <Callout tone="caution" title={t('know')}>
      <ul className="grid list-disc gap-1 pl-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Callout>
  );
}

/** A file that was read whole: what it would do, what is wrong in it, and the buttons that write it or read it otherwise. */
export function FoundStep({ one, timeZone }: { one: HistoryImportFactsFragment; timeZone: string }) {
  const t = useTranslations('history.found');
  const faultWords = useTranslations('history.faults');
  const number = useNumberText();
  const [isChanging, setIsChanging] = useState(false);
  const { report } = one;
  const faults = report.faults.reduce((sum, { count }) => sum + count, 0);
  if (isChanging) return <MappingStep one={one} timeZone={timeZone} onDone={() => setIsChanging(false)} />;
  return (
    <>
      <Section title={t('title')} description={t('body')}>
        <Figures report={report} />
      </Section>
      <Warnings report={report} replaces={one.replaces} />
      {faults > 0 && (
        <Section title={faultWords('title', { count: faults })} description={faultWords('body')}>
          <FaultTable faults={report.firstFaults} counts={report.faults} />
        </Section>
      )}
      <p className="max-w-prose text-13 text-ink-3">{t('undo')}</p>
      <div className="flex flex-wrap items-center gap-2">
        {report.points > 0 && <PressButton id={one.id} step="run" label={t('run', { count: number(report.points) })} />}
        <Button variant="secondary" onClick={() => setIsChanging(true)}>
          {t('change')}
        </Button>
        <PressButton id={one.id} step="cancel" />
      </div>
    </>
  );
}
