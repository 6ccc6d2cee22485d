'use client';

import { Button, ChevronDownIcon, EditIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';
import { useMay } from '../../viewer/viewer-context';
import type { Machine } from './use-machine';

const RenameMachine = dynamic(() => import('./rename-machine').then(({ RenameMachine: Dialog }) => Dialog), { ssr: false });
const DeleteMachine = dynamic(() => import('./delete-machine').then(({ DeleteMachine: Dialog }) => Dialog), { ssr: false });

/** What may be done with the machine as a whole. */
export function MachineMenu({ machine }: { machine: Machine }) {
  const t = useTranslations('machines');
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const mayUpdate = useMay('device:update');
  const mayDelete = useMay('device:delete');
  const items = [
    ...(mayUpdate ? [{ key: 'rename', label: t('rename.title'), icon: <EditIcon size={16} />, onSelect: () => setOpen('rename') }] : []),
    ...(mayDelete ? [{ key: 'delete', label: t('delete.action'), icon: <TrashIcon size={16} />, tone: 'danger' as const, onSelect: () => setOpen('delete') }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <LazyMenu label={t('actions')} align="end" trigger={<Button trailingIcon={<ChevronDownIcon size={14} />}>{t('actionsShort')}</Button>} items={items} />
      {open === 'rename' && <RenameMachine machine={machine} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteMachine machine={machine} onClose={() => setOpen(null)} />}
    </>
  );
}
