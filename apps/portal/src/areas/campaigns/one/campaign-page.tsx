'use client';

import { Callout, ExactTime, PageHeader, ProgressBar, Section, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../../api/use-answer';
import { Failure } from '../../../errors/failure';
import { CampaignDocument, type CampaignQuery, type CampaignState } from '../../../generated/documents';
import { useViewer } from '../../../viewer/viewer-context';
import { Brings } from '../brings';
import { farOf } from '../counts';
import { Crumbs } from '../crumbs';
import { CampaignBadge } from '../state-badge';

/** Each only where it stands there: tables, steps and questions are much script. */
const SteerButtons = dynamic(() => import('./steer-buttons').then(({ SteerButtons: Found }) => Found), { ssr: false });
const Stages = dynamic(() => import('./stages').then(({ Stages: Found }) => Found), { ssr: false, loading: () => <Skeleton height={160} /> });
const MachineTable = dynamic(() => import('./machine-table').then(({ MachineTable: Table }) => Table), { ssr: false, loading: () => <Skeleton height={240} /> });

/** In which something may happen by itself. */
const AT_WORK: readonly CampaignState[] = ['RUNNING', 'PAUSED', 'ABORTING', 'ROLLING_BACK'];
const REFETCH_MS = 2_000;

type One = CampaignQuery['campaign'];

function Facts({ one }: { one: One }) {
  const t = useTranslations('campaigns');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return (
    <>
      <CampaignBadge state={one.state} />
      <Brings campaign={one} />
      <span>{t('one.begun', { name: one.authorName })}</span>
      <ExactTime at={one.createdAt} locale={locale} timeZone={timeZone} />
    </>
  );
}

function Shown({ one }: { one: One }) {
  const t = useTranslations('campaigns');
  const far = farOf(one);
  const isAtWork = AT_WORK.includes(one.state);
  return (
    <>
      <PageHeader eyebrow={<Crumbs isWithin />} title={one.name} answer={t(`answers.${one.state}`, { ...far, waiting: far.of - far.settled })} meta={<Facts one={one} />} actions={<SteerButtons campaign={one} />} />
      {one.pausedBecause && (
        <Callout tone="danger" title={t(`pausedBecause.${one.pausedBecause}`)}>
          {t('pausedNext')}
        </Callout>
      )}
      <ProgressBar label={t('one.progress')} value={far.of === 0 ? null : far.settled / far.of} valueText={t('far', far)} hint={isAtWork ? t('one.mayLeave') : undefined} tone={one.pausedBecause ? 'danger' : one.state === 'DONE' ? 'good' : 'ink'} />
      <Stages campaign={one} />
      {one.values != null && (
        <Section title={t('one.values')}>
          <pre className="overflow-x-auto text-13">{JSON.stringify(one.values, null, 2)}</pre>
        </Section>
      )}
      <Section title={t('one.machines')} description={t('one.machinesBody')}>
        <MachineTable campaign={one} isAtWork={isAtWork} />
      </Section>
    </>
  );
}

/** One campaign: how far it is, its stages, its machines, and what can be done with it. */
export function CampaignPage({ id }: { id: string }) {
  const answer = useAnswer(CampaignDocument, { id }, { refetchEveryMs: (data) => (data && !AT_WORK.includes(data.campaign.state) ? false : REFETCH_MS) });
  const { data } = answer;
  return (
    <div className="grid grid-cols-1 gap-6">
      {data ? <Shown one={data.campaign} /> : answer.error ? <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} /> : <Skeleton height={240} />}
    </div>
  );
}
