'use client';

import { IconButton, Menu, MoreIcon, StoreIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { useMay } from '../../viewer/viewer-context';
import { UnsubscribeDialog } from './unsubscribe-dialog';
import type { Subscription } from './use-subscription';

/** What else may be done with a subscription. */
export function SubscriptionMenu({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('apps');
  const [isLeaving, setIsLeaving] = useState(false);
  const mayEnd = useMay('subscription:delete');
  return (
    <>
      <Menu
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
      <UnsubscribeDialog subscription={subscription} isOpen={isLeaving} onOpenChange={setIsLeaving} />
    </>
  );
}
