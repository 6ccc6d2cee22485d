'use client';

import { EditIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '../../viewer/viewer-context';
import { ActionsMenu } from './actions-menu';
import type { ListedRole } from './shown';
import { useBeyond } from './use-beyond';

const RoleDialog = dynamic(() => import('./role-dialog').then(({ RoleDialog: Form }) => Form), { ssr: false });
const DeleteRoleDialog = dynamic(() => import('./delete-role-dialog').then(({ DeleteRoleDialog: Ask }) => Ask), { ssr: false });

/** Changes or deletes a role of the company's own; one that may do more than the reader is left alone. */
export function OwnRoleMenu({ role }: { role: ListedRole }) {
  const t = useTranslations('people');
  const [asking, setAsking] = useState<'edit' | 'delete' | null>(null);
  const isBeyond = useBeyond()(role.permissions).length > 0;
  const may = { edit: useMay('role:update') && !isBeyond, delete: useMay('role:delete') && !isBeyond };
  if (!may.edit && !may.delete) return null;
  const items = [
    ...(may.edit ? [{ key: 'edit', label: t('own.edit'), icon: <EditIcon size={16} />, onSelect: () => setAsking('edit') }] : []),
    ...(may.delete ? [{ key: 'delete', label: t('own.delete'), icon: <TrashIcon size={16} />, tone: 'danger' as const, onSelect: () => setAsking('delete') }] : []),
  ];
  return (
    <>
      <ActionsMenu label={t('own.actionsFor', { name: role.name ?? '' })} items={items} />
      {asking === 'edit' && <RoleDialog role={role} onClose={() => setAsking(null)} />}
      {asking === 'delete' && <DeleteRoleDialog role={role} onClose={() => setAsking(null)} />}
    </>
  );
}
