'use client';

import { Banner } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useConnection } from '../api/use-connection';
import type { CompanyBannerProps } from './company-banner';

/** Stands in the page as it is first sent; its code comes only to whom it concerns. */
const CompanyBanner = dynamic(() => import('./company-banner').then(({ CompanyBanner: Found }) => Found));

/** One line under the header about what holds for the whole page: no network, live values interrupted, where the company stands, the person's address not verified. */
export function StateBanner({ standing, unverified }: CompanyBannerProps) {
  const t = useTranslations('frame');
  const connection = useConnection();
  if (connection === 'away') return <Banner tone="offline">{t('banner.away')}</Banner>;
  if (connection === 'lost') return <Banner tone="offline">{t('banner.lost')}</Banner>;
  return standing || unverified ? <CompanyBanner standing={standing ?? null} unverified={unverified} /> : null;
}
