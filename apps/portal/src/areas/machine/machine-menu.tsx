'use client';

import { Button, ChartIcon, ChevronDownIcon, EditIcon, TagIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';
import { useMay } from '../../viewer/viewer-context';
import type { Machine } from './use-machine';

const RenameMachine = dynamic(() => import('./rename-machine').then(({ RenameMachine: Dialog }) => Dialog), { ssr: false });
const ChooseType = dynamic(() => import('./choose-type').then(({ ChooseType: Dialog }) => Dialog), { ssr: false });
const DrawType = dynamic(() => import('./draw-type').then(({ DrawType: Dialog }) => Dialog), { ssr: false });
const DeleteMachine = dynamic(() => import('./delete-machine').then(({ DeleteMachine: Dialog }) => Dialog), { ssr: false });

/** What may be done with the machine as a whole. */
export function MachineMenu({ machine }: { machine: Machine }) {
  const t = useTranslations('machines');
  const [open, setOpen] = useState<'rename' | 'type' | 'draw' | 'delete' | null>(null);
  const may = { update: useMay('device:update'), type: useMay('device-type:manage'), delete: useMay('device:delete') };
  const offered = [
    { isOffered: may.update, key: 'rename', label: t('rename.title'), icon: <EditIcon size={16} />, onSelect: () => setOpen('rename') },
    { isOffered: may.type, key: 'type', label: t(machine.type ? 'type.change' : 'type.choose'), icon: <TagIcon size={16} />, onSelect: () => setOpen('type') },
    { isOffered: may.type && machine.series.length > 0, key: 'draw', label: t('type.draw'), icon: <ChartIcon size={16} />, onSelect: () => setOpen('draw') },
    { isOffered: may.delete, key: 'delete', label: t('delete.action'), icon: <TrashIcon size={16} />, tone: 'danger' as const, onSelect: () => setOpen('delete') },
  ];
  const items = offered.flatMap(({ isOffered, ...item }) => (isOffered ? [item] : []));
  if (items.length === 0) return null;
  return (
    <>
      <LazyMenu label={t('actions')} align="end" trigger={<Button trailingIcon={<ChevronDownIcon size={14} />}>{t('actionsShort')}</Button>} items={items} />
      {open === 'rename' && <RenameMachine machine={machine} onClose={() => setOpen(null)} />}
      {open === 'type' && <ChooseType machine={machine} onClose={() => setOpen(null)} />}
      {open === 'draw' && <DrawType machine={machine} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteMachine machine={machine} onClose={() => setOpen(null)} />}
    </>
  );
}
