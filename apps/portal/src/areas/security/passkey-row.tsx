'use client';

import { Badge, Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { RemovePasskeyDocument } from '../../generated/documents';
import { ownTime } from './own-time';
import type { Passkey } from './passkey';

const PasswordDialog = dynamic(() => import('./password-dialog').then(({ PasswordDialog: Ask }) => Ask), { ssr: false });
const RenamePasskey = dynamic(() => import('./rename-passkey').then(({ RenamePasskey: Rename }) => Rename), { ssr: false });

/** One of a person's passkeys: what it is called, when it was used, another name for it, and its end. */
export function PasskeyRow({ passkey, onChanged }: { passkey: Passkey; onChanged: () => Promise<unknown> }) {
  const t = useTranslations('security.passkeys');
  const toast = useToast();
  const [act, setAct] = useState<'rename' | 'remove' | null>(null);
  const close = (): void => setAct(null);
  const changed = async (): Promise<void> => {
    await onChanged();
    close();
  };
  const remove = useChange(RemovePasskeyDocument, {
    onDone: async () => {
      await changed();
      toast.show({ title: t('removed') });
    },
  });
  const { id, name, isSyncable, createdAt, lastUsedAt } = passkey;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3">
      <div className="min-w-0">
        <p className="flex items-center gap-2 text-14 wrap-anywhere">
          {name} {isSyncable && <Badge tone="neutral">{t('syncable')}</Badge>}
        </p>
        <p className="text-13 text-ink-2 tabular-nums wrap-anywhere">{t('facts', { created: ownTime(createdAt), used: lastUsedAt ? 'yes' : 'no', at: lastUsedAt ? ownTime(lastUsedAt) : '' })}</p>
      </div>
      <div className="flex gap-2">
        <Button size="sm" aria-label={t('renameLabel', { name })} onClick={() => setAct('rename')}>
          {t('rename')}
        </Button>
        <Button size="sm" aria-label={t('removeLabel', { name })} onClick={() => setAct('remove')}>
          {t('remove')}
        </Button>
      </div>
      {act === 'rename' && <RenamePasskey passkey={passkey} onRenamed={() => void changed()} onClose={close} />}
      {act === 'remove' && <PasswordDialog title={t('removeTitle', { name })} body={t('removeBody')} submitLabel={t('remove')} isDestroying isPending={remove.isPending} error={remove.error} onPassword={(password) => remove.mutate({ id, password })} onClose={close} />}
    </li>
  );
}
