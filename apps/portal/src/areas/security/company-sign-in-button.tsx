'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormFault } from '../apps/form-fault';
import { postAuth } from '../auth/post-auth';

/** Leads somebody who is signed in to their company’s provider, which their address leads to. */
export function CompanySignInButton({ email, variant = 'secondary' }: { email: string; variant?: 'primary' | 'secondary' }) {
  const t = useTranslations('security.sso.link');
  const [isPending, setIsPending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const go = (): void => {
    setIsPending(true);
    setFault(null);
    postAuth<{ location: string }>('sso-begin', { email }).then(
      ({ location: provider }) => location.assign(provider),
      (thrown: unknown) => {
        setFault(thrown);
        setIsPending(false);
      },
    );
  };
  return (
    <div className="grid gap-3">
      {fault !== null && <FormFault error={fault} />}
      <Button variant={variant} isLoading={isPending} onClick={go} className="justify-self-start">
        {t('go')}
      </Button>
    </div>
  );
}
