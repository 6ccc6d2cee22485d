'use client';

import { Badge, Button, Disclosure } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { LazyConfirmChange } from '../../frame/lazy-confirm-change';
import { useToast } from '../../frame/toasts';
import { RevokeApiKeyDocument, type ApiKeysQuery } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { useNow } from '../apps/use-now';
import { ownTime } from './own-time';

type ApiKey = ApiKeysQuery['apiKeys'][number];

interface KeyRowProps {
  readonly apiKey: ApiKey;
  onRevoked(): Promise<unknown>;
}

function Revoke({ apiKey, onRevoked }: KeyRowProps) {
  const t = useTranslations('security.keys');
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const revoke = useChange(RevokeApiKeyDocument, {
    onDone: async () => {
      await onRevoked();
      toast.show({ title: t('revoked') });
    },
  });
  return (
    <>
      <Button size="sm" aria-label={t('revokeLabel', { name: apiKey.name })} onClick={() => setIsOpen(true)}>
        {t('revoke')}
      </Button>
      {isOpen && (
        <LazyConfirmChange
          change={revoke}
          onClose={() => setIsOpen(false)}
          title={t('revokeTitle', { name: apiKey.name })}
          description={t('revokeBody')}
          confirmLabel={t('revoke')}
          onConfirm={() => revoke.mutate({ id: apiKey.id })}
        />
      )}
    </>
  );
}

/** One API key: whose, until when, how much it is used, and its end. */
export function KeyRow({ apiKey, onRevoked }: KeyRowProps) {
  const t = useTranslations('security.keys');
  const mayRevoke = useMay('api-key:revoke');
  const nowMs = useNow();
  const { name, makerName, expiresAt, lastUsedAt, useCount, permissions } = apiKey;
  return (
    <li className="grid gap-2 border-t border-line py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="flex items-center gap-2 text-14 wrap-anywhere">
            {name} {Date.parse(expiresAt) <= nowMs && <Badge tone="neutral">{t('expired')}</Badge>}
          </p>
          <p className="text-13 text-ink-2 tabular-nums wrap-anywhere">{t('facts', { maker: makerName, expires: ownTime(expiresAt) })}</p>
          <p className="text-13 text-ink-2 tabular-nums wrap-anywhere">{lastUsedAt ? t('used', { at: ownTime(lastUsedAt), count: useCount }) : t('unused')}</p>
        </div>
        {mayRevoke && <Revoke apiKey={apiKey} onRevoked={onRevoked} />}
      </div>
      <Disclosure summary={t('permissions', { count: permissions.length })}>
        <span className="font-mono text-13">{permissions.join(' ')}</span>
      </Disclosure>
    </li>
  );
}
