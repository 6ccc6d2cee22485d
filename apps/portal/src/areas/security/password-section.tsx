'use client';

import { Button, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const ChangePasswordDialog = dynamic(() => import('./change-password-dialog').then(({ ChangePasswordDialog: Change }) => Change), { ssr: false });

/** The person's password, which is never shown. */
export function PasswordSection() {
  const t = useTranslations('security.ownPassword');
  const [isChanging, setIsChanging] = useState(false);
  return (
    <Section title={t('title')} description={t('intro')} actions={<Button onClick={() => setIsChanging(true)}>{t('change')}</Button>}>
      {isChanging && <ChangePasswordDialog onClose={() => setIsChanging(false)} />}
    </Section>
  );
}
