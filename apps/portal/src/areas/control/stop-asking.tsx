'use client';

import { useTranslations } from 'next-intl';
import { ConfirmChange } from '../../frame/confirm-change';
import { useDesire } from './use-desire';

interface StopAskingProps {
  readonly deviceId: string;
  readonly entryKey: string;
  onClose(): void;
}

/** Asks a machine for a key's value no more. What it does then is its own affair. */
export function StopAsking({ deviceId, entryKey, onClose }: StopAskingProps) {
  const t = useTranslations('control.stop');
  const change = useDesire(onClose);
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { key: entryKey })}
      description={t('body')}
      recovery={t('recovery')}
      confirmLabel={t('action')}
      onConfirm={() => change.mutate({ input: { deviceId, values: { [entryKey]: null } } })}
    />
  );
}
