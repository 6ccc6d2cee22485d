'use client';

import { FactoryIcon, ShieldIcon, TrashIcon, UsersIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState, type ComponentProps } from 'react';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { ActionsMenu } from './actions-menu';
import type { MenuMember } from './shown';
import { useBeyond } from './use-beyond';

const ChangeRoleDialog = dynamic(() => import('./change-role-dialog').then(({ ChangeRoleDialog: Ask }) => Ask), { ssr: false });
const RemoveDialog = dynamic(() => import('./remove-dialog').then(({ RemoveDialog: Ask }) => Ask), { ssr: false });
const TransferDialog = dynamic(() => import('./transfer-dialog').then(({ TransferDialog: Ask }) => Ask), { ssr: false });

/** What the reader may do with this person: nothing with whoever may do more than they. */
function useActs({ id, role }: MenuMember) {
  const isSelf = useViewer().id === id;
  const isAbove = useBeyond()(role.permissions).length > 0;
  const may = { change: useMay('member:update'), remove: useMay('member:remove'), transfer: useMay('tenant:transfer') };
  return {
    change: may.change && !isAbove,
    remove: may.remove && !isAbove && !isSelf,
    transfer: may.transfer && !isSelf && role.id !== 'owner',
  };
}

type Act = 'change' | 'remove' | 'transfer';

function useItems(member: MenuMember, hasAccess: boolean, ask: (act: Act) => void): ComponentProps<typeof ActionsMenu>['items'] {
  const t = useTranslations('people');
  const acts = useActs(member);
  return [
    ...(hasAccess ? [{ key: 'access', label: t('access'), icon: <ShieldIcon size={16} />, href: `/settings/people/${member.id}` }] : []),
    ...(acts.change ? [{ key: 'change', label: t('change.action'), icon: <UsersIcon size={16} />, onSelect: () => ask('change') }] : []),
    ...(acts.transfer ? [{ key: 'transfer', label: t('transfer.action'), icon: <FactoryIcon size={16} />, onSelect: () => ask('transfer') }] : []),
    ...(acts.remove ? [{ key: 'remove', label: t('remove.action'), icon: <TrashIcon size={16} />, tone: 'danger' as const, onSelect: () => ask('remove') }] : []),
  ];
}

function Asking({ act, member, onClose }: { act: Act; member: MenuMember; onClose: () => void }) {
  if (act === 'change') return <ChangeRoleDialog member={member} onClose={onClose} />;
  return act === 'remove' ? <RemoveDialog member={member} onClose={onClose} /> : <TransferDialog member={member} onClose={onClose} />;
}

/** What may be done with a person of the company. */
export function MemberMenu({ member, hasAccess = true }: { member: MenuMember; hasAccess?: boolean }) {
  const t = useTranslations('people');
  const [asking, setAsking] = useState<Act | null>(null);
  const items = useItems(member, hasAccess, setAsking);
  if (items.length === 0) return null;
  return (
    <>
      <ActionsMenu label={t('actionsFor', { name: member.name })} items={items} isInHead={!hasAccess} />
      {asking && <Asking act={asking} member={member} onClose={() => setAsking(null)} />}
    </>
  );
}
