'use client';

import { useState } from 'react';
import { postAuth } from './post-auth';

/** Leads a person to the provider of the company that their address belongs to. @param next where they go once they are back */
export function useCompanySignIn(next = '/home') {
  const [isPending, setIsPending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const begin = (email: string): void => {
    if (isPending) return;
    setIsPending(true);
    setFault(null);
    postAuth<{ location: string }>('sso-begin', { email, next }).then(
      ({ location: provider }) => location.assign(provider),
      (thrown: unknown) => {
        setFault(thrown);
        setIsPending(false);
      },
    );
  };
  return { begin, isPending, fault };
}
