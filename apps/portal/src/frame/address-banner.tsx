'use client';

import { Banner, Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { useChange } from '../api/use-change';
import { codeOf } from '../errors/api-error';
import { SendVerificationMailDocument } from '../generated/documents';
import { useFaultToast } from './use-fault-toast';

/** So long after a mail no other is sent. */
const BETWEEN_MAILS_MS = 60_000;

/** What a phone has room for, and behind it what else there is to say; as high with a button as without, so that nothing below moves. */
function Line({ short, more }: { short: string; more: string }): ReactNode {
  return (
    <p className="flex min-h-(--tn-control-sm) items-center gap-x-2">
      <span className="flex-none max-md:flex-auto">{short}</span>
      <span className="min-w-0 truncate text-ink-2 max-md:hidden" title={more}>
        {more}
      </span>
    </p>
  );
}

/** Asks for the person anew when they come back from where they may have opened the link. */
function useLookAgain(look: () => void): void {
  useEffect(() => {
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [look]);
}

/** Until the person has opened the link that was mailed to them: what waits for it, and another mail. */
export function AddressBanner({ email }: { email: string }) {
  const t = useTranslations('frame.verify');
  const sayFault = useFaultToast();
  const { refresh } = useRouter();
  useLookAgain(refresh);
  const { mutate, reset, isSuccess, isPending } = useChange(SendVerificationMailDocument);
  useEffect(() => {
    if (!isSuccess) return undefined;
    const timer = setTimeout(reset, BETWEEN_MAILS_MS);
    return () => clearTimeout(timer);
  }, [isSuccess, reset]);
  // Where the link was opened elsewhere meanwhile, the page as it is now has no banner.
  const fail = (fault: unknown): void => (codeOf(fault) === 'AUTH.EMAIL_ALREADY_VERIFIED' ? refresh() : sayFault(fault));
  const again = (
    <Button size="sm" onClick={() => mutate({}, { onError: fail })} isLoading={isPending} loadingLabel={t('sending')}>
      {t('send')}
    </Button>
  );
  return isSuccess ? (
    <Banner tone="good">
      <Line short={t('sent')} more={t('sentMore', { email })} />
    </Banner>
  ) : (
    <Banner tone="caution" action={again}>
      <Line short={t('ask')} more={t('askMore', { email })} />
    </Banner>
  );
}
