'use client';

import { Badge, ChevronRightIcon, formatInstant } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { AppsQuery } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { AppMark } from '../store/app-mark';
import { useLocalized } from '../store/use-localized';

export type ListedSubscription = AppsQuery['subscriptions']['nodes'][number];

function useSince({ startedAt, endedAt }: ListedSubscription): string {
  const t = useTranslations('apps');
  const { timeZone } = useViewer().tenant;
  const day = (at: string): string => formatInstant(at, { timeZone, precision: 'day' });
  return endedAt ? t('until', { from: day(startedAt), to: day(endedAt) }) : t('since', { day: day(startedAt) });
}

function Inside({ subscription }: { subscription: ListedSubscription }) {
  const t = useTranslations('apps');
  const localized = useLocalized();
  const since = useSince(subscription);
  const { app, state, isConfigured } = subscription;
  return (
    <>
      <AppMark engine={app.engine} size={44} />
      <span className="grid min-w-0 flex-1 gap-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-16 font-semibold group-hover:underline group-hover:underline-offset-3">{localized(app.name)}</span>
          {state === 'ACTIVE' && !isConfigured && <Badge tone="caution">{t('toSetUp')}</Badge>}
        </span>
        <span className="text-14 text-ink-2">{localized(app.summary)}</span>
        <span className="flex flex-wrap gap-x-4 text-13 text-ink-3">
          <span>{app.publisherName}</span>
          <span className="tn-num">{since}</span>
        </span>
      </span>
    </>
  );
}

/** One subscription: what it is, since when, and the way in. */
export function SubscriptionRow({ subscription }: { subscription: ListedSubscription }) {
  const { id, state, isConfigured } = subscription;
  return (
    <li className="border-b border-line">
      <Link href={state === 'ACTIVE' && !isConfigured ? `/apps/${id}/setup` : `/apps/${id}`} className="group flex items-center gap-4 px-1 py-4 hover:bg-hover">
        <Inside subscription={subscription} />
        <ChevronRightIcon size={16} className="flex-none text-ink-3" />
      </Link>
    </li>
  );
}
