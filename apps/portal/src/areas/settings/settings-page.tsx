'use client';

import { Button, LogoutIcon, PageHeader, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useViewer } from '../../viewer/viewer-context';
import { useSignOut } from '../auth/use-sign-out';
import { CompanyForm } from './company-form';
import { DensityCards, LanguageCards, ThemeCards } from './look-choices';

/** What holds for the company, and what holds for this browser. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const { email, tenant } = useViewer();
  const signOut = useSignOut();
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHeader title={t('title')} answer={t('answer', { company: tenant.name, timeZone: tenant.timeZone })} />
      <Section title={t('company.title')} description={t('company.intro')}>
        <CompanyForm />
      </Section>
      <Section title={t('look.title')} description={t('look.intro')}>
        <div className="grid gap-6">
          <LanguageCards />
          <ThemeCards />
          <DensityCards />
        </div>
      </Section>
      <Section title={t('session.title')} description={t('session.as', { email })}>
        <Button icon={<LogoutIcon size={16} />} onClick={() => void signOut()}>
          {t('session.signOut')}
        </Button>
      </Section>
    </div>
  );
}
