'use client';

import { IconButton, MoreIcon, StoreIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';
import { useMay } from '../../viewer/viewer-context';
import type { Subscription } from './use-subscription';

const UnsubscribeDialog = dynamic(() => import('./unsubscribe-dialog').then(({ UnsubscribeDialog: Ask }) => Ask), { ssr: false });

/** What else may be done with a subscription. */
export function SubscriptionMenu({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('apps');
  const [isLeaving, setIsLeaving] = useState(false);
  const mayEnd = useMay('subscription:delete');
  return (
    <>
      <LazyMenu
        label={t('moreActions')}
        align="end"
        linkComponent={Link}
        trigger={<IconButton label={t('moreActions')} icon={<MoreIcon size={16} />} variant="secondary" hasTooltip={false} />}
        items={[
          { key: 'store', label: t('inStore'), icon: <StoreIcon size={16} />, href: `/store/${subscription.app.slug}` },
          { kind: 'separator', key: 'line' },
          { key: 'end', label: t('unsubscribe.action'), icon: <TrashIcon size={16} />, tone: 'danger', isDisabled: !mayEnd, onSelect: () => setIsLeaving(true) },
        ]}
      />
      {isLeaving && <UnsubscribeDialog subscription={subscription} onClose={() => setIsLeaving(false)} />}
    </>
  );
}
