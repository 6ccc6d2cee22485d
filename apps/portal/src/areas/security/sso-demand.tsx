'use client';

import { Switch } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { LazyConfirmChange } from '../../frame/lazy-confirm-change';
import { DemandSingleSignOnDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { ShutOutList } from './shut-out-list';
import type { ShutOut } from './sso-connection';

interface DemandProps {
  readonly isDemanded: boolean;
  readonly shutOut: ShutOut;
  onChanged(title: string): Promise<void>;
}

/** Whether the company opens only by its single sign-on. Turning it on says first who would be shut out. */
export function SsoDemand({ isDemanded, shutOut, onChanged }: DemandProps) {
  const t = useTranslations('security.sso.demand');
  const [isAsking, setIsAsking] = useState(false);
  const change = useChange(DemandSingleSignOnDocument, {
    onDone: async ({ demandSingleSignOn: isOn }) => {
      setIsAsking(false);
      await onChanged(t(isOn ? 'isOn' : 'isOff'));
    },
  });
  const want = (isWanted: boolean): void => {
    if (isWanted) setIsAsking(true);
    else change.mutate({ isDemanded: false });
  };
  return (
    <div className="grid max-w-md gap-3">
      <h3 className="text-14 font-semibold">{t('title')}</h3>
      {!isAsking && change.error && <FormFault error={change.error} />}
      <Switch label={t('label')} hint={t('hint')} checked={isDemanded} disabled={change.isPending} onCheckedChange={want} />
      <p className="text-13 text-ink-3">{t(isDemanded ? 'wayIn' : 'first')}</p>
      {isAsking && (
        <LazyConfirmChange change={change} onClose={() => setIsAsking(false)} title={t('onTitle')} description={<ShutOutList shutOut={shutOut} />} confirmLabel={t('turnOn')} onConfirm={() => change.mutate({ isDemanded: true })} />
      )}
    </div>
  );
}
