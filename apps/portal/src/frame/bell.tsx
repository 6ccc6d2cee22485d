'use client';

import { BellIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from './link';

// What counts follows along, and comes when the page already works.
const UnreadCount = dynamic(() => import('./unread-count').then(({ UnreadCount: Count }) => Count), { ssr: false });

/** The way to one's inbox, with how much of it is unread. */
export function Bell() {
  const t = useTranslations('frame.notices');
  return (
    <Link href="/notices" title={t('open')} className="relative grid size-(--tn-control) flex-none place-items-center rounded text-ink-2 hover:bg-hover hover:text-ink">
      <BellIcon />
      <span className="sr-only">{t('open')}</span>
      <UnreadCount />
    </Link>
  );
}
