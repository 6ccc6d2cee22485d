'use client';

import { Button, Dialog, LinkButton } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { useToast } from '../../frame/toasts';
import { DeleteDeviceTypeDocument, type WholeTypeFragment } from '../../generated/documents';
import { ShallowLink } from '../machine/shallow-link';

interface DeleteTypeProps {
  readonly type: WholeTypeFragment;
  onClose(): void;
}

/** Says why it cannot be deleted, and where to go on. */
function InUse({ type, onClose }: DeleteTypeProps) {
  const t = useTranslations('deviceTypes.delete');
  const frame = useTranslations('frame');
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('inUse')}
      closeLabel={frame('close')}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <LinkButton asChild variant="primary">
            <ShallowLink href="?tab=machines" onClick={onClose}>
              {t('toMachines')}
            </ShallowLink>
          </LinkButton>
        </>
      }
    >
      <p className="text-14 text-ink-2">{t('inUseBody', { count: type.machineCount })}</p>
    </Dialog>
  );
}

/** Deletes a type that no machine has, after naming what goes with it. */
export function DeleteType({ type, onClose }: DeleteTypeProps) {
  const t = useTranslations('deviceTypes.delete');
  const list = useTranslations('deviceTypes.type');
  const cache = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const change = useChange(DeleteDeviceTypeDocument, {
    onDone: () => {
      router.replace('/machines/types');
      void cache.invalidateQueries({ queryKey: ['DeviceTypes'] });
      toast.show({ title: t('done', { name: type.name }), tone: 'good' });
    },
  });
  if (type.machineCount > 0) return <InUse type={type} onClose={onClose} />;
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('title', { name: type.name })}
      losses={{ heading: t('lost'), items: [t('versions', { version: type.published?.version ?? 0 })] }}
      recovery={t('recovery')}
      confirmLabel={list('delete')}
      onConfirm={() => change.mutate({ id: type.id })}
    />
  );
}
