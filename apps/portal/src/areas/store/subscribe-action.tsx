'use client';

import { Button, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import type { StoreAppQuery } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';

const ConsentDialog = dynamic(() => import('./consent-dialog').then(({ ConsentDialog: Ask }) => Ask), { ssr: false });

/** The one thing to do on an app's page: subscribe, set up, or open. */
export function SubscribeAction({ app }: { app: StoreAppQuery['app'] }) {
  const t = useTranslations('store.app');
  const [isAsking, setIsAsking] = useState(false);
  const maySubscribe = useMay('subscription:create');
  const { tenant } = useViewer();
  if (app.subscription) {
    const { id, isConfigured } = app.subscription;
    return (
      <LinkButton asChild variant="primary" size="lg">
        <Link href={isConfigured ? `/apps/${id}` : `/apps/${id}/setup`}>{isConfigured ? t('open') : t('setUp')}</Link>
      </LinkButton>
    );
  }
  return (
    <div className="grid justify-items-end gap-1.5 max-md:w-full max-md:justify-items-stretch">
      <Button variant="primary" size="lg" disabled={!maySubscribe} onClick={() => setIsAsking(true)}>
        {t('subscribe')}
      </Button>
      {!maySubscribe && <p className="text-13 text-ink-3">{tenant.state === 'SUSPENDED' ? t('suspended') : t('mayNot')}</p>}
      {isAsking && <ConsentDialog app={app} isOpen onOpenChange={setIsAsking} />}
    </div>
  );
}
