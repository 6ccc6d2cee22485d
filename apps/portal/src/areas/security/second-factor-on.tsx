'use client';

import { Button, Callout, DescriptionList } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { RenewRecoveryCodesDocument, TurnOffSecondFactorDocument } from '../../generated/documents';
import { ownTime } from './own-time';

const CodesDialog = dynamic(() => import('./codes-dialog').then(({ CodesDialog: Codes }) => Codes), { ssr: false });
const PasswordDialog = dynamic(() => import('./password-dialog').then(({ PasswordDialog: Ask }) => Ask), { ssr: false });

const FEW = 3;

interface SecondFactorOnProps {
  readonly since: string;
  readonly recoveryCodesLeft: number;
  onChanged(): void;
}

/** A second factor that is on: since when, how many recovery codes are left, and what may be done about it. */
export function SecondFactorOn({ since, recoveryCodesLeft, onChanged }: SecondFactorOnProps) {
  const t = useTranslations('security.second');
  const toast = useToast();
  const [act, setAct] = useState<'renew' | 'off' | null>(null);
  const close = (): void => setAct(null);
  const off = useChange(TurnOffSecondFactorDocument, {
    onDone: () => {
      close();
      toast.show({ title: t('offDone') });
      onChanged();
    },
  });
  const renew = useChange(RenewRecoveryCodesDocument, { onDone: close });
  const done = (): void => {
    renew.reset();
    onChanged();
  };
  const codes = renew.data?.renewRecoveryCodes.codes;
  return (
    <div className="grid gap-5">
      {recoveryCodesLeft <= FEW && <Callout tone="caution">{t('few')}</Callout>}
      <DescriptionList
        items={[
          { key: 'since', term: t('since'), detail: <span className="tn-num">{ownTime(since)}</span> },
          { key: 'codes', term: t('codesLeft'), detail: t('count', { count: recoveryCodesLeft }) },
        ]}
      />
      <div className="flex flex-wrap gap-2 max-md:*:w-full">
        <Button onClick={() => setAct('renew')}>{t('renew')}</Button>
        <Button onClick={() => setAct('off')}>{t('turnOff')}</Button>
      </div>
      {act === 'renew' && <PasswordDialog title={t('renewTitle')} body={t('renewBody')} submitLabel={t('renew')} isPending={renew.isPending} error={renew.error} onPassword={(password) => renew.mutate({ password })} onClose={close} />}
      {act === 'off' && <PasswordDialog title={t('offTitle')} body={t('offBody')} submitLabel={t('turnOff')} isDestroying isPending={off.isPending} error={off.error} onPassword={(password) => off.mutate({ password })} onClose={close} />}
      {codes && <CodesDialog codes={codes} onKept={done} />}
    </div>
  );
}
