'use client';

import { Button, LogoutIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useSignOut } from '../auth/use-sign-out';
import { CompanyList, type CompanyListProps } from '../companies/company-list';

/** The ways out of a company that opens only for whoever does what it demands: another of the person’s companies, or none. */
export function OtherWays({ others }: { others: CompanyListProps['companies'] }) {
  const t = useTranslations('security.setUp');
  const signOut = useSignOut();
  return (
    <>
      {others.length > 0 && (
        <section>
          <h2 className="pb-2 text-14 font-semibold">{t('company')}</h2>
          <CompanyList companies={others} next="/home" />
        </section>
      )}
      <Button icon={<LogoutIcon size={16} />} onClick={() => void signOut()} className="justify-self-start">
        {t('out')}
      </Button>
    </>
  );
}
