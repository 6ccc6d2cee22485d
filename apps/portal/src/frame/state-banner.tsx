'use client';

import { Banner } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useConnection } from '../api/use-connection';
import type { ViewerTenant } from '../viewer/read-viewer';

/** Stands in the page as it is first sent; its code comes only to whom it concerns. */
const AddressBanner = dynamic(() => import('./address-banner').then(({ AddressBanner: Found }) => Found));

interface StateBannerProps {
  readonly tenant: ViewerTenant | null;
  /** The person's address, while it is not verified. */
  readonly unverified?: string | undefined;
}

/** One line under the header about what holds for the whole page: no network, live values interrupted, company suspended, the person's address not verified. */
export function StateBanner({ tenant, unverified }: StateBannerProps) {
  const t = useTranslations('frame');
  const connection = useConnection();
  if (connection === 'away') return <Banner tone="offline">{t('banner.away')}</Banner>;
  if (connection === 'lost') return <Banner tone="offline">{t('banner.lost')}</Banner>;
  if (tenant?.state !== 'SUSPENDED') return unverified ? <AddressBanner email={unverified} /> : null;
  return <Banner tone="danger">{t('banner.suspended', { reason: tenant.suspendedReason ?? t('banner.noReason') })}</Banner>;
}
