'use client';

import { Button, LogoutIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useSignOut } from '../auth/use-sign-out';
import { SetUpSecondFactor } from './set-up-second-factor';

/** The set-up of a second factor that is demanded, and the way out. */
export function DemandedSetUp({ next }: { next: string }) {
  const t = useTranslations('security.setUp');
  const signOut = useSignOut();
  return (
    <div className="grid gap-8">
      {/* Loaded anew, since all that is kept of before was said to somebody who may do nothing. */}
      <SetUpSecondFactor onDone={() => location.assign(next)} />
      <Button icon={<LogoutIcon size={16} />} onClick={() => void signOut()} className="justify-self-start">
        {t('out')}
      </Button>
    </div>
  );
}
