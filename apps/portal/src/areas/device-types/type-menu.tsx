'use client';

import { Button, ChevronDownIcon, CopyIcon, DownloadIcon, EditIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { LazyMenu } from '../../frame/lazy-menu';
import type { WholeTypeFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { useExport } from './use-export';

const RenameType = dynamic(() => import('./rename-type').then(({ RenameType: Dialog }) => Dialog), { ssr: false });
const DuplicateType = dynamic(() => import('./duplicate-type').then(({ DuplicateType: Dialog }) => Dialog), { ssr: false });
const DeleteType = dynamic(() => import('./delete-type').then(({ DeleteType: Dialog }) => Dialog), { ssr: false });

/** What may be done with the type as a whole; everybody may take it along. */
export function TypeMenu({ type }: { type: WholeTypeFragment }) {
  const t = useTranslations('deviceTypes.type');
  const [open, setOpen] = useState<'rename' | 'duplicate' | 'delete' | null>(null);
  const mayManage = useMay('device-type:manage');
  const save = useExport(type);
  const close = (): void => setOpen(null);
  const exporting = { key: 'export', label: t('export'), icon: <DownloadIcon size={16} />, onSelect: () => save() };
  const items = mayManage
    ? [
        { key: 'rename', label: t('rename'), icon: <EditIcon size={16} />, onSelect: () => setOpen('rename') },
        { key: 'duplicate', label: t('duplicate'), icon: <CopyIcon size={16} />, onSelect: () => setOpen('duplicate') },
        exporting,
        { key: 'delete', label: t('delete'), icon: <TrashIcon size={16} />, tone: 'danger' as const, onSelect: () => setOpen('delete') },
      ]
    : [exporting];
  return (
    <>
      <LazyMenu label={t('actions', { name: type.name })} align="end" trigger={<Button trailingIcon={<ChevronDownIcon size={14} />}>{t('actionsShort')}</Button>} items={items} />
      {open === 'rename' && <RenameType type={type} onClose={close} />}
      {open === 'duplicate' && <DuplicateType type={type} onClose={close} />}
      {open === 'delete' && <DeleteType type={type} onClose={close} />}
    </>
  );
}
