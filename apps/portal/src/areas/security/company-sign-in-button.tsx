'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { FormFault } from '../apps/form-fault';
import { useCompanySignIn } from '../auth/use-company-sign-in';

/** Leads somebody who is signed in to their company’s provider, which their address leads to. @param isOnlyWay where it is what the page is for @param next where they go once they are back */
export function CompanySignInButton({ email, isOnlyWay = false, next }: { email: string; isOnlyWay?: boolean; next: string }) {
  const t = useTranslations('security.sso.link');
  const { begin, isPending, fault } = useCompanySignIn(next);
  return (
    <div className="grid gap-3">
      {fault !== null && <FormFault error={fault} />}
      <Button {...(isOnlyWay ? { variant: 'primary', size: 'lg', isBlock: true } : { className: 'justify-self-start' })} isLoading={isPending} onClick={() => begin(email)}>
        {t('go')}
      </Button>
    </div>
  );
}
