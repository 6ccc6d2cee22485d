'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { LazyConfirmChange } from '../../frame/lazy-confirm-change';
import { RevokeProvisioningKeyDocument, RotateProvisioningSecretDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';

const SecretDialog = dynamic(() => import('./secret-dialog').then(({ SecretDialog: Dialog }) => Dialog), { ssr: false });

interface KeyActionsProps {
  readonly provisioningKey: { readonly id: string; readonly name: string };
  onChanged(): Promise<unknown>;
}

/** Another secret for a key, or its end; each is asked about first. */
export function KeyActions({ provisioningKey: { id, name }, onChanged }: KeyActionsProps) {
  const t = useTranslations('provisioning');
  const mayChange = useMay('device:credentials');
  const [asked, setAsked] = useState<'rotate' | 'revoke' | null>(null);
  const done = async (): Promise<void> => {
    setAsked(null);
    await onChanged();
  };
  const rotate = useChange(RotateProvisioningSecretDocument, { onDone: done });
  const revoke = useChange(RevokeProvisioningKeyDocument, { onDone: done });
  const made = rotate.data?.rotateProvisioningSecret;
  if (!mayChange) return null;
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="sm" aria-label={t('rotateLabel', { name })} onClick={() => setAsked('rotate')}>
        {t('rotate')}
      </Button>
      <Button size="sm" variant="danger" aria-label={t('revokeLabel', { name })} onClick={() => setAsked('revoke')}>
        {t('revoke')}
      </Button>
      {asked && (
        <LazyConfirmChange
          change={asked === 'rotate' ? rotate : revoke}
          onClose={() => setAsked(null)}
          title={t(`${asked}Title`, { name })}
          description={t(`${asked}Body`)}
          confirmLabel={t(asked)}
          onConfirm={() => (asked === 'rotate' ? rotate : revoke).mutate({ id })}
        />
      )}
      {made && <SecretDialog made={made} onClose={() => rotate.reset()} />}
    </span>
  );
}
