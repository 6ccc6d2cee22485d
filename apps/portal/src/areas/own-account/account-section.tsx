'use client';

import { Button, LinkButton, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const DeleteAccountDialog = dynamic(() => import('./delete-account-dialog').then(({ DeleteAccountDialog: Delete }) => Delete), { ssr: false });

/** One's own account as a whole: taking its data along, and deleting it. */
export function AccountSection() {
  const t = useTranslations('ownAccount');
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <Section title={t('title')} description={t('intro')}>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/api/account/data" download>
          {t('download')}
        </LinkButton>
        <Button onClick={() => setIsDeleting(true)}>{t('delete')}</Button>
      </div>
      {isDeleting && <DeleteAccountDialog onClose={() => setIsDeleting(false)} />}
    </Section>
  );
}
