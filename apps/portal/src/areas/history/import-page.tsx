'use client';

import { Callout, PageHeader, Skeleton, Stepper } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { ApiError } from '../../errors/api-error';
import { useErrorWords } from '../../errors/use-error-words';
import { HistoryImportDocument, type HistoryImportFactsFragment, type HistoryImportState } from '../../generated/documents';
import { Link } from '../../frame/link';
import { useMay } from '../../viewer/viewer-context';
import { MachinesLink } from './machines-link';
import { StateBadge } from './state-badge';

/** Each only where it stands there: tables, forms and questions are much script. */
const MappingStep = dynamic(() => import('./mapping/mapping-step').then(({ MappingStep: Step }) => Step), { ssr: false, loading: () => <Skeleton height={320} /> });
const SendStep = dynamic(() => import('./send-step').then(({ SendStep: Step }) => Step), { ssr: false, loading: () => <Skeleton height={160} /> });
const WorkStep = dynamic(() => import('./work-step').then(({ WorkStep: Step }) => Step), { ssr: false, loading: () => <Skeleton height={160} /> });
const FoundStep = dynamic(() => import('./found-step').then(({ FoundStep: Step }) => Step), { ssr: false, loading: () => <Skeleton height={240} /> });

const STEPS = ['send', 'map', 'check', 'run'] as const;
const STEP_OF: Readonly<Record<HistoryImportState, number>> = { SENDING: 0, LOOKING: 0, MAPPING: 1, CHECKING: 2, CHECKED: 2, RUNNING: 3, DONE: 4, UNDOING: 4, UNDONE: 4, CANCELLED: 4, FAILED: 4 };
const AT_WORK: readonly HistoryImportState[] = ['LOOKING', 'CHECKING', 'RUNNING', 'UNDOING'];
const REFETCH_MS = 1_000;

/** The part of the page for where it stands. */
function Now({ one, timeZone, maxBytes }: { one: HistoryImportFactsFragment; timeZone: string; maxBytes: number }) {
  switch (one.state) {
    case 'SENDING':
      return <SendStep one={one} maxBytes={maxBytes} />;
    case 'MAPPING':
      return <MappingStep one={one} timeZone={timeZone} />;
    case 'CHECKED':
      return <FoundStep one={one} timeZone={timeZone} />;
    default:
      return <WorkStep one={one} />;
  }
}

function Steps({ state }: { state: HistoryImportState }) {
  const t = useTranslations('history.steps');
  return <Stepper label={t('label')} currentIndex={STEP_OF[state]} statusLabels={{ done: t('done'), current: t('current'), upcoming: t('upcoming') }} steps={STEPS.map((key) => ({ key, label: t(key) }))} />;
}

function Shown({ one, timeZone, maxBytes }: { one: HistoryImportFactsFragment; timeZone: string; maxBytes: number }) {
  const t = useTranslations('history');
  const words = useErrorWords();
  const mayImport = useMay('telemetry:import');
  const failure = one.failureCode === null ? null : words(new ApiError(one.failureCode));
  return (
    <>
      <PageHeader eyebrow={<Crumbs />} title={one.fileName} answer={t(`now.${one.isPaused ? 'PAUSED' : one.state}`)} meta={<StateBadge state={one.state} isPaused={one.isPaused} />} />
      {STEP_OF[one.state] < STEPS.length && <Steps state={one.state} />}
      {failure && (
        <Callout tone="danger" role="alert" title={failure.what}>
          {failure.next}
        </Callout>
      )}
      {!mayImport && <Callout>{t('mayNot')}</Callout>}
      <Now one={one} timeZone={timeZone} maxBytes={maxBytes} />
    </>
  );
}

function Crumbs() {
  const t = useTranslations('history');
  return (
    <span className="inline-flex items-center gap-2">
      <MachinesLink />
      <span aria-hidden="true">/</span>
      <Link href="/machines/history" className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-ink">
        {t('title')}
      </Link>
    </span>
  );
}

/** One import: the step that is to be done, or how far it is. */
export function ImportPage({ id }: { id: string }) {
  const answer = useAnswer(HistoryImportDocument, { id }, { refetchEveryMs: (data) => (data && AT_WORK.includes(data.historyImport.state) && !data.historyImport.isPaused ? REFETCH_MS : false) });
  const { data } = answer;
  return (
    <div className="grid grid-cols-1 gap-6">
      {data ? (
        <Shown one={data.historyImport} timeZone={data.historyImportSettings.timeZone} maxBytes={data.historyImportSettings.maxBytes} />
      ) : answer.error ? (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />
      ) : (
        <Skeleton height={240} />
      )}
    </div>
  );
}
