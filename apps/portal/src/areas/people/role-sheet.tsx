'use client';

import { CheckIcon, MinusIcon, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useViewer } from '../../viewer/viewer-context';
import { GROUP_NAMES, PERMISSION_GROUPS } from './permission-groups';
import type { ListedRole } from './shown';
import { usePermissionWords, useRoleWords } from './use-role-words';

function PermissionList({ role }: { role: ListedRole }) {
  const t = useTranslations('people');
  const words = usePermissionWords();
  return GROUP_NAMES.map((group) => (
    <section key={group} aria-label={t(`groups.${group}`)}>
      <h2 className="pb-1 text-13 font-semibold text-ink-2">{t(`groups.${group}`)}</h2>
      <ul className="border-b border-line">
        {PERMISSION_GROUPS[group].map((permission) => {
          const isGiven = role.permissions.includes(permission);
          return (
            <li key={permission} className={`flex items-start gap-2.5 border-t border-line py-2 text-14 ${isGiven ? '' : 'text-ink-3'}`}>
              {isGiven ? <CheckIcon size={16} className="mt-0.5 text-good" /> : <MinusIcon size={16} className="mt-0.5" />}
              <span>
                <span className="sr-only">{isGiven ? t('matrix.yes') : t('matrix.no')} </span>
                {words(permission)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}

/** On a phone: one role at a time. */
export function RoleSheet({ roles }: { roles: readonly ListedRole[] }) {
  const t = useTranslations('people.matrix');
  const words = useRoleWords();
  const ownId = useViewer().member.role.id;
  const [chosenId, setChosenId] = useState(ownId);
  const role = roles.find(({ id }) => id === chosenId) ?? roles[0];
  if (!role) return null;
  return (
    <div className="grid grid-cols-1 gap-5 md:hidden">
      <SelectField label={t('chooseRole')} hint={words(role).description || undefined} value={role.id} onValueChange={setChosenId} options={roles.map((each) => ({ value: each.id, label: words(each).name }))} />
      <PermissionList role={role} />
    </div>
  );
}
