'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { FormFault } from '../apps/form-fault';
import { useCompanySignIn } from '../auth/use-company-sign-in';

/** Leads somebody who is signed in to their company’s provider, which their address leads to. */
export function CompanySignInButton({ email, variant = 'secondary' }: { email: string; variant?: 'primary' | 'secondary' }) {
  const t = useTranslations('security.sso.link');
  const { begin, isPending, fault } = useCompanySignIn();
  return (
    <div className="grid gap-3">
      {fault !== null && <FormFault error={fault} />}
      <Button variant={variant} isLoading={isPending} onClick={() => begin(email)} className="justify-self-start">
        {t('go')}
      </Button>
    </div>
  );
}
