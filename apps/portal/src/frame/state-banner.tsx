'use client';

import { Banner } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useConnection } from '../api/use-connection';
import type { CompanyBannerProps } from './company-banner';

/** Stands in the page as it is first sent; its code comes only to whom it concerns. */
const CompanyBanner = dynamic(() => import('./company-banner').then(({ CompanyBanner: Found }) => Found));

/** Lines under the header about what holds for the whole page: the look of somebody of the office and what is announced, always; then no network, live values interrupted, where the company stands, or the person's address not verified. */
export function StateBanner({ look, announcements = [], standing, unverified }: CompanyBannerProps) {
  const t = useTranslations('frame');
  const connection = useConnection();
  const isOffline = connection === 'away' || connection === 'lost';
  const rest = isOffline ? {} : { standing, unverified };
  return (
    <>
      {(look || announcements.length > 0 || rest.standing || rest.unverified) && <CompanyBanner look={look} announcements={announcements} {...rest} />}
      {isOffline && <Banner tone="offline">{t(`banner.${connection}`)}</Banner>}
    </>
  );
}
