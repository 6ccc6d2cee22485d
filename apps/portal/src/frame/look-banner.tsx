'use client';

import { Banner, Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useChange } from '../api/use-change';
import { EndImpersonationDocument } from '../generated/documents';
import type { Viewer } from '../viewer/read-viewer';
import { useFaultToast } from './use-fault-toast';

export type Look = NonNullable<Viewer['impersonation']>;

const MINUTE_MS = 60_000;

/** Minutes until it ends, the last of which is begun, as they go by; when they are over, `leave` is called once. */
function useMinutesLeft(endsAt: string, leave: () => void): number {
  const leftMs = (): number => Math.max(0, Date.parse(endsAt) - Date.now());
  const [left, setLeft] = useState(leftMs);
  useEffect(() => {
    const timer = setTimeout(() => (leftMs() === 0 ? leave() : setLeft(leftMs())), leftMs() % MINUTE_MS || MINUTE_MS);
    return () => clearTimeout(timer);
  });
  return Math.ceil(left / MINUTE_MS);
}

/** On every page while somebody of the office looks at a company: which, whether they may change it, how long still, and the way out. It cannot be put away. */
export function LookBanner({ look }: { look: Look }) {
  const t = useTranslations('frame.look');
  const sayFault = useFaultToast();
  // Whatever the pages have read is the company's: none of it is kept.
  const leave = (): void => location.assign(`/admin/companies/${look.companyId}`);
  const minutes = useMinutesLeft(look.endsAt, leave);
  const { mutate, isPending } = useChange(EndImpersonationDocument, { onDone: leave });
  const end = (
    <Button size="sm" isLoading={isPending} onClick={() => mutate({}, { onError: sayFault })}>
      {t('end')}
    </Button>
  );
  return (
    <Banner tone={look.mayWrite ? 'danger' : 'caution'} action={end}>
      <span className="flex flex-wrap gap-x-2">
        <strong className="font-medium">{t(look.mayWrite ? 'write' : 'read', { company: look.companyName })}</strong>
        <span className="tn-num text-ink-2" suppressHydrationWarning>
          {t('left', { minutes })}
        </span>
      </span>
    </Banner>
  );
}
