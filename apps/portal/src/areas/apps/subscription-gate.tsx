'use client';

import { EmptyState, LinkButton, StoreIllustration, formatInstant } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { ReactNode } from 'react';
import { codeOf } from '../../errors/api-error';
import { Failure } from '../../errors/failure';
import { useViewer } from '../../viewer/viewer-context';
import { useLocalized } from '../store/use-localized';
import { AppSkeleton } from './app-skeleton';
import { useSubscription, type Subscription } from './use-subscription';

/** The subscription has ended: say so, and where it may begin again. */
function Stopped({ subscription: { app, endedAt, startedAt } }: { subscription: Subscription }) {
  const t = useTranslations('apps.stopped');
  const localized = useLocalized();
  const { timeZone } = useViewer().tenant;
  return (
    <EmptyState
      illustration={<StoreIllustration />}
      title={t('title', { app: localized(app.name), day: formatInstant(endedAt ?? startedAt, { timeZone, precision: 'day' }) })}
      body={t('body')}
      action={
        <LinkButton asChild variant="primary">
          <Link href={`/store/${app.slug}`}>{t('again')}</Link>
        </LinkButton>
      }
    />
  );
}

function Missing() {
  const t = useTranslations('apps.missing');
  return (
    <EmptyState
      illustration={<StoreIllustration />}
      title={t('title')}
      body={t('body')}
      action={
        <LinkButton asChild variant="primary">
          <Link href="/apps">{t('toApps')}</Link>
        </LinkButton>
      }
    />
  );
}

const MISSING: ReadonlySet<string> = new Set(['SUBSCRIPTION.NOT_FOUND', 'ID.MALFORMED']);

/** Shows what is inside for a running subscription; else says why not. */
export function SubscriptionGate({ id, children }: { id: string; children(subscription: Subscription): ReactNode }) {
  const query = useSubscription(id);
  if (query.data) {
    const { subscription } = query.data;
    return subscription.state === 'ENDED' ? <Stopped subscription={subscription} /> : children(subscription);
  }
  if (!query.isError) return <AppSkeleton />;
  if (MISSING.has(codeOf(query.error))) return <Missing />;
  return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
}
