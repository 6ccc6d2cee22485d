'use client';

import { Button, DescriptionList, ExactTime, Section, Skeleton } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { useFollow } from '../../api/use-follow';
import { Failure } from '../../errors/failure';
import { MachineControlChangedDocument, MachineSparkplugDocument, SendCommandDocument, type MachineSparkplugQuery } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';

type Session = NonNullable<MachineSparkplugQuery['deviceControl']['sparkplug']>;

/** By which every edge node is asked to be born again. */
const REBIRTH = { method: 'Node Control/Rebirth', params: true, expectsAnswer: true, timeoutMs: 30_000, expiresInMs: 60_000 };

/** How the session stands, fact by fact; what is the node's alone is not shown of its devices. */
function Facts({ session }: { session: Session }) {
  const t = useTranslations('control.sparkplug');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const { group, node, device, isAlive, bornAt, diedAt, bdSeq, lastSeq, rebirthsAsked, metricCount, metrics } = session;
  const at = <ExactTime at={isAlive || !diedAt ? bornAt : diedAt} locale={locale} timeZone={timeZone} />;
  const ofNode = [
    { key: 'bdSeq', term: t('bdSeq'), detail: <span className="font-mono">{bdSeq ?? '—'}</span> },
    { key: 'lastSeq', term: t('lastSeq'), detail: <span className="font-mono">{lastSeq ?? '—'}</span> },
    { key: 'asked', term: t('asked'), detail: t('times', { count: rebirthsAsked }) },
  ];
  return (
    <DescriptionList
      columns={2}
      items={[
        { key: 'node', term: t('node'), detail: <span className="font-mono break-all">{[group, node, ...(device ? [device] : [])].join(' / ')}</span> },
        { key: 'state', term: t('state'), detail: t.rich(isAlive ? 'alive' : 'dead', { at: () => at }) },
        ...(device ? [] : ofNode),
        { key: 'metrics', term: t('metrics'), detail: t('metricCount', { count: metricCount, writable: metrics.length }) },
      ]}
    />
  );
}

/** An edge node that is alive is asked to be born again by whoever may send commands. */
function AskRebirth({ deviceId }: { deviceId: string }) {
  const t = useTranslations('control.sparkplug');
  const cache = useQueryClient();
  const ask = useChange(SendCommandDocument, { onDone: () => cache.invalidateQueries({ queryKey: ['MachineSparkplug'] }) });
  return (
    <div className="grid justify-items-start gap-2">
      <Button size="sm" isLoading={ask.isPending} onClick={() => ask.mutate({ input: { deviceId, ...REBIRTH } })}>
        {t('rebirth')}
      </Button>
      <p role="status" className="max-w-prose text-14 text-ink-2 empty:hidden">
        {ask.isSuccess ? t('rebirthSent') : ''}
      </p>
      <FormFault error={ask.error} />
    </div>
  );
}

function Standing({ deviceId, session }: { deviceId: string; session: Session }) {
  const t = useTranslations('control.sparkplug');
  const mayAsk = useMay('device:command');
  const isNode = !session.device;
  return (
    <div className="grid gap-3">
      <Facts session={session} />
      <p className="max-w-prose text-14 text-ink-2">{t(isNode && !session.isAlive ? 'rebirthWaits' : 'refused')}</p>
      {isNode && session.isAlive && mayAsk && <AskRebirth deviceId={deviceId} />}
    </div>
  );
}

/** What an edge node of Sparkplug B said of itself; before one came, how one connects. */
export function SparkplugSection({ deviceId }: { deviceId: string }) {
  const t = useTranslations('control.sparkplug');
  const cache = useQueryClient();
  const { data, isError, error, refetch, isFetching } = useAnswer(MachineSparkplugDocument, { id: deviceId });
  useFollow(MachineControlChangedDocument, { id: deviceId }, () => void cache.invalidateQueries({ queryKey: ['MachineSparkplug'] }));
  const session = data?.deviceControl.sparkplug;
  return (
    <Section title={t('title')} description={session ? t('intro') : undefined}>
      {session && <Standing deviceId={deviceId} session={session} />}
      {data && !session && <p className="max-w-prose text-14 text-ink-2">{t('howTo')}</p>}
      {!data && (isError ? <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} headingLevel={3} /> : <Skeleton lines={3} />)}
    </Section>
  );
}
