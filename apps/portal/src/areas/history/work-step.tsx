'use client';

import { Callout, DescriptionList, ExactTime, ProgressBar, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { HistoryImportFactsFragment, HistoryImportState } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { FaultTable } from './fault-table';
import { PressButton } from './press-button';
import { progressOf } from './progress';
import { useDurationText } from './use-duration-text';
import { useNumberText } from './use-number-text';

type Moving = 'LOOKING' | 'CHECKING' | 'RUNNING' | 'UNDOING';

function isMoving(state: HistoryImportState): state is Moving {
  return state === 'LOOKING' || state === 'CHECKING' || state === 'RUNNING' || state === 'UNDOING';
}

/** How far it is, at which rate, and how long it will take. */
function Progress({ one }: { one: HistoryImportFactsFragment }) {
  const t = useTranslations('history.progress');
  const { state, readShare } = one;
  if (!isMoving(state)) return null;
  return <Bar one={one} label={t(state === 'CHECKING' && readShare >= 1 ? 'comparing' : state)} />;
}

function Bar({ one, label }: { one: HistoryImportFactsFragment; label: string }) {
  const t = useTranslations('history.progress');
  const locale = useLocale();
  const number = useNumberText();
  const duration = useDurationText();
  const { share, rows, rowsPerSecond, leftMs } = progressOf(one);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  const parts = [rows > 0 && t('rows', { rows: number(rows) }), rowsPerSecond !== null && t('rate', { rate: number(rowsPerSecond) }), leftMs !== null && t('left', { left: duration(leftMs) })].filter((part) => part !== false);
  return <ProgressBar label={label} value={one.state === 'LOOKING' ? null : share} valueText={percent} hint={parts.join(' · ')} />;
}

/** What became of it, in numbers. */
function Outcome({ one }: { one: HistoryImportFactsFragment }) {
  const t = useTranslations('history.outcome');
  const locale = useLocale();
  const number = useNumberText();
  const { timeZone } = useViewer().tenant;
  const figures = (['added', 'replaced', 'kept', 'refused'] as const).filter((key) => key === 'added' || one[key] > 0).map((key) => ({ key, term: t(key), detail: <span className="tn-num">{number(one[key])}</span> }));
  const items = [...figures, ...(one.finishedAt === null ? [] : [{ key: 'finished', term: t('finished'), detail: <ExactTime at={one.finishedAt} locale={locale} timeZone={timeZone} /> }])];
  return <DescriptionList columns={2} items={items} />;
}

function isUndoable({ undoableUntil, added, replaced, state }: HistoryImportFactsFragment): boolean {
  return undoableUntil !== null && Date.parse(undoableUntil) > Date.now() && added + replaced > 0 && ['DONE', 'RUNNING', 'FAILED'].includes(state);
}

/** What can be done with it now. */
function Actions({ one }: { one: HistoryImportFactsFragment }) {
  const { id, state, isPaused, added, replaced } = one;
  const isWorking = state === 'CHECKING' || state === 'RUNNING';
  const isCancellable = state === 'CHECKING' || state === 'LOOKING' || (state === 'RUNNING' && added + replaced === 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isWorking && <PressButton id={id} step={isPaused ? 'resume' : 'pause'} />}
      {isCancellable && <PressButton id={id} step="cancel" />}
      {isUndoable(one) && <PressButton id={id} step="undo" />}
    </div>
  );
}

function UndoNote({ until }: { until: string }) {
  const t = useTranslations('history');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return (
    <p className="text-13 text-ink-3">
      {t('undoable')} <ExactTime at={until} locale={locale} timeZone={timeZone} />
    </p>
  );
}

/** What of the file cannot be read, or could not. */
function Faults({ one: { state, report } }: { one: HistoryImportFactsFragment }) {
  const t = useTranslations('history.faults');
  const faults = report.faults.reduce((sum, { count }) => sum + count, 0);
  if (faults === 0) return null;
  const isOver = state === 'DONE' || state === 'FAILED';
  return (
    <Section title={t(isOver ? 'titleOver' : 'title', { count: faults })} description={t(isOver ? 'bodyOver' : 'body')}>
      <FaultTable faults={report.firstFaults} counts={report.faults} />
    </Section>
  );
}

/** An import at which a worker is, or that is over. */
export function WorkStep({ one }: { one: HistoryImportFactsFragment }) {
  const t = useTranslations('history');
  return (
    <>
      <Progress one={one} />
      {(one.state === 'RUNNING' || one.state === 'DONE' || one.state === 'FAILED') && <Outcome one={one} />}
      {one.state === 'UNDONE' && <Callout tone="info">{t('undoneBody')}</Callout>}
      <Actions one={one} />
      {isUndoable(one) && one.undoableUntil !== null && <UndoNote until={one.undoableUntil} />}
      {one.state !== 'UNDONE' && <Faults one={one} />}
    </>
  );
}
