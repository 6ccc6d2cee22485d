'use client';

import { Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { CompanySignInButton } from './company-sign-in-button';

/** By which somebody joins their account to the company that signs them in. */
export function CompanyAccountSection({ email }: { email: string }) {
  const t = useTranslations('security.sso.link');
  return (
    <Section title={t('title')} description={t('intro')}>
      <CompanySignInButton email={email} next="/settings/security" />
    </Section>
  );
}
