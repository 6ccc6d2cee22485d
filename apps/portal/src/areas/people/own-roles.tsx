'use client';

import { Button, EmptyState, PlusIcon, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '../../viewer/viewer-context';
import { OwnRoleMenu } from './own-role-menu';
import type { ListedRole } from './shown';

const RoleDialog = dynamic(() => import('./role-dialog').then(({ RoleDialog: Form }) => Form), { ssr: false });

function CreateButton() {
  const t = useTranslations('people.own');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<PlusIcon size={16} />} onClick={() => setIsOpen(true)}>
        {t('create')}
      </Button>
      {isOpen && <RoleDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}

function OwnRole({ role }: { role: ListedRole }) {
  const t = useTranslations('people.own');
  return (
    <li className="flex items-start justify-between gap-4 border-b border-line py-3">
      <span className="grid min-w-0 gap-0.5">
        <span className="text-14 font-medium">{role.name}</span>
        {role.description && <span className="text-13 text-ink-2">{role.description}</span>}
        <span className="text-13 text-ink-3">{t('count', { count: role.memberCount ?? 0 })}</span>
      </span>
      <OwnRoleMenu role={role} />
    </li>
  );
}

/** The roles that the company made for itself. */
export function OwnRoles({ roles }: { roles: readonly ListedRole[] }) {
  const t = useTranslations('people.own');
  const mayCreate = useMay('role:create');
  const own = roles.filter(({ kind }) => kind === 'CUSTOM');
  return (
    <Section title={t('title')} description={mayCreate ? t('intro') : t('mayNot')} actions={mayCreate ? <CreateButton /> : undefined} className="max-w-4xl">
      {own.length === 0 ? (
        <EmptyState size="inline" headingLevel={3} title={t('emptyTitle')} body={t('emptyBody')} />
      ) : (
        <ul className="border-t border-line">
          {own.map((role) => (
            <OwnRole key={role.id} role={role} />
          ))}
        </ul>
      )}
    </Section>
  );
}
