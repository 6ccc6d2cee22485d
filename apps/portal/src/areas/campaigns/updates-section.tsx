'use client';

import { ExactTime, LinkButton, Section, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { Link } from '../../frame/link';
import { MachineUpdatesDocument, type MachineUpdatesQuery } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { MachineBadge } from './state-badge';

const REFETCH_MS = 5_000;

type Updates = MachineUpdatesQuery['deviceUpdates'];

function Firmware({ firmware }: { firmware: Updates['firmware'] }) {
  const t = useTranslations('campaigns.machine');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  if (!firmware) return <p className="text-14 text-ink-2">{t('unknown')}</p>;
  return (
    <p className="text-14">
      <span className="font-medium">{t('runs', { title: firmware.title ?? '—', version: firmware.version ?? '—' })}</span>{' '}
      <span className="text-13 text-ink-3">
        {t('saidAt')} <ExactTime at={firmware.at} locale={locale} timeZone={timeZone} />
      </span>
    </p>
  );
}

function Campaigns({ campaigns }: Pick<Updates, 'campaigns'>) {
  return (
    <ul className="grid gap-2 text-14">
      {campaigns.map(({ campaignId, name, state, words }) => (
        <li key={campaignId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <MachineBadge state={state} />
          <Link href={`/machines/campaigns/${campaignId}`} className="inline-flex min-h-6 items-center break-all underline underline-offset-4">
            {name}
          </Link>
          {words && <span className="text-ink-2">{words}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What a machine says that it runs, and what is under way to change it. */
export function UpdatesSection({ deviceId }: { deviceId: string }) {
  const t = useTranslations('campaigns.machine');
  const mayManage = useMay('campaign:manage');
  const { data, error, refetch, isFetching } = useAnswer(MachineUpdatesDocument, { deviceId }, { refetchEveryMs: REFETCH_MS });
  const update = mayManage ? (
    <LinkButton asChild>
      <Link href={`/machines/campaigns/new?device=${deviceId}`}>{t('update')}</Link>
    </LinkButton>
  ) : undefined;
  return (
    <Section title={t('title')} description={t('intro')} actions={update}>
      {data ? (
        <div className="grid gap-3">
          <Firmware firmware={data.deviceUpdates.firmware} />
          <Campaigns campaigns={data.deviceUpdates.campaigns} />
        </div>
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} headingLevel={3} />
      ) : (
        <Skeleton lines={2} />
      )}
    </Section>
  );
}
