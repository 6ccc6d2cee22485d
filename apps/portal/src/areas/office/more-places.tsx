'use client';

import { BottomMore, MoreIcon, type FrameNavItem } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { LazyMenu } from '../../frame/lazy-menu';

/** On a phone the places that do not fit under the thumb, in a menu that opens above it. */
export function MorePlaces({ places }: { places: readonly FrameNavItem[] }) {
  const t = useTranslations('office.phone');
  return (
    <LazyMenu
      label={t('moreMenu')}
      side="top"
      align="end"
      linkComponent={Link}
      trigger={<BottomMore label={t('more')} icon={<MoreIcon />} isCurrent={places.some(({ isCurrent }) => isCurrent)} />}
      items={places.map(({ key, label, icon, href }) => ({ key, label, icon, href }))}
    />
  );
}
