'use client';

import { Button, LogoutIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useSignOut } from '../auth/use-sign-out';
import { CompanyList, type CompanyListProps } from './company-list';
import { CreateCompany } from './create-company';

/** The companies to go into, the making of one, and what to do while waiting to be asked into one. */
export function CompanyChoice({ email, companies, next }: CompanyListProps & { readonly email: string }) {
  const t = useTranslations('auth.companies');
  const signOut = useSignOut();
  // Pages of the company before are not the other's.
  const hasCurrent = companies.some(({ isCurrent }) => isCurrent);
  return (
    <div className="grid gap-8">
      {companies.length > 0 && <CompanyList companies={companies} next={hasCurrent ? '/home' : next} />}
      <CreateCompany />
      <section className="border-t border-line pt-4">
        <h2 className="text-14 font-semibold">{t('waitTitle')}</h2>
        <p className="mt-1 text-14 text-ink-2">{t('wait', { email })}</p>
      </section>
      <Button variant="quiet" icon={<LogoutIcon size={16} />} className="justify-self-start" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </div>
  );
}
