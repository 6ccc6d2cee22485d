'use client';

import { Button, LogoutIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useSignOut } from '../auth/use-sign-out';
import { CompanyList, type CompanyListProps } from '../companies/company-list';
import { SetUpSecondFactor } from './set-up-second-factor';

interface DemandedSetUpProps {
  readonly next: string;
  /** Of the person's companies those that they may go to instead. */
  readonly others: CompanyListProps['companies'];
}

/** The set-up of a second factor that is demanded, and the ways out: another company, or none. */
export function DemandedSetUp({ next, others }: DemandedSetUpProps) {
  const t = useTranslations('security.setUp');
  const signOut = useSignOut();
  return (
    <div className="grid gap-8">
      {/* Loaded anew, since all that is kept of before was said to somebody who may do nothing. */}
      <SetUpSecondFactor onDone={() => location.assign(next)} />
      {others.length > 0 && (
        <section>
          <h2 className="pb-2 text-14 font-semibold">{t('company')}</h2>
          <CompanyList companies={others} next="/home" />
        </section>
      )}
      <Button icon={<LogoutIcon size={16} />} onClick={() => void signOut()} className="justify-self-start">
        {t('out')}
      </Button>
    </div>
  );
}
