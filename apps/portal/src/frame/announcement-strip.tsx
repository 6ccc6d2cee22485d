'use client';

import { Banner, LinkButton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from './link';
import type { Viewer } from '../viewer/read-viewer';

/** What of an announcement is shown. */
export type ShownAnnouncement = Omit<Viewer['announcements'][number], 'id' | 'mayPutAway'>;

const TONES = { INFO: 'info', MAINTENANCE: 'caution', INCIDENT: 'danger' } as const;

/** What the platform announces, in one strip; with `onPutAway` it can be put away. */
export function AnnouncementStrip({ announcement: { severity, text, link }, onPutAway }: { announcement: ShownAnnouncement; onPutAway?: (() => void) | undefined }) {
  const t = useTranslations('frame.announcement');
  const more = link && (
    <LinkButton asChild size="sm">
      <Link href={link}>{t('more')}</Link>
    </LinkButton>
  );
  return (
    <Banner tone={TONES[severity]} action={more} onDismiss={onPutAway} dismissLabel={t('away')}>
      <span className="wrap-anywhere">{useLocale() === 'en' ? text.en : text.zh}</span>
    </Banner>
  );
}
