'use client';

import { Banner } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useConnection } from '../api/use-connection';
import type { Viewer } from '../viewer/read-viewer';
import { concernsEverybody } from './concerns-everybody';

/** Stands in the page as it is first sent; its code comes only to whom it concerns. */
const AddressBanner = dynamic(() => import('./address-banner').then(({ AddressBanner: Found }) => Found));
const StandingBanner = dynamic(() => import('./standing-banner').then(({ StandingBanner: Found }) => Found));

interface StateBannerProps {
  readonly standing?: Viewer['standing'];
  /** The person's address, while it is not verified. */
  readonly unverified?: string | undefined;
}

/** One line under the header about what holds for the whole page: no network, live values interrupted, where the company stands, the person's address not verified. */
export function StateBanner({ standing, unverified }: StateBannerProps) {
  const t = useTranslations('frame');
  const connection = useConnection();
  if (connection === 'away') return <Banner tone="offline">{t('banner.away')}</Banner>;
  if (connection === 'lost') return <Banner tone="offline">{t('banner.lost')}</Banner>;
  const isStandingFirst = standing && concernsEverybody(standing) && !(unverified && standing.state === 'TRIAL');
  if (isStandingFirst) return <StandingBanner standing={standing} />;
  return unverified ? <AddressBanner email={unverified} /> : null;
}
