'use client';

import { Banner } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useConnection } from '../api/use-connection';
import type { ViewerTenant } from '../viewer/read-viewer';

/** One line under the header about what holds for the whole page: no network, live values interrupted, company suspended. */
export function StateBanner({ tenant }: { tenant: ViewerTenant | null }) {
  const t = useTranslations('frame');
  const connection = useConnection();
  if (connection === 'away') return <Banner tone="offline">{t('banner.away')}</Banner>;
  if (connection === 'lost') return <Banner tone="offline">{t('banner.lost')}</Banner>;
  if (tenant?.state !== 'SUSPENDED') return null;
  return <Banner tone="danger">{t('banner.suspended', { reason: tenant.suspendedReason ?? t('banner.noReason') })}</Banner>;
}
