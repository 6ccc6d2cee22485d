'use client';

import { CheckIcon } from '@tenon/ui';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useViewer } from '../../viewer/viewer-context';
import { GROUP_NAMES, PERMISSION_GROUPS, type PermissionGroup } from './permission-groups';
import type { ListedRole } from './shown';
import { usePermissionWords, useRoleWords } from './use-role-words';

/** The reader's own column, set off a little. */
const OWN = 'bg-sunken';

function Head({ roles, ownId }: { roles: readonly ListedRole[]; ownId: string }) {
  const t = useTranslations('people.matrix');
  const words = useRoleWords();
  return (
    <thead>
      <tr>
        <th scope="col" className="sticky left-0 z-2 min-w-56 bg-paper py-2 pr-3 text-left align-bottom text-12 font-medium text-ink-3">
          {t('permission')}
        </th>
        {roles.map((role) => (
          <th key={role.id} scope="col" className={clsx('min-w-24 px-2 py-2 text-center align-bottom text-13 font-semibold', role.id === ownId && OWN)}>
            {words(role).name}
            <span className="block text-12 font-normal text-ink-3">{role.id === ownId ? t('yours') : t('people', { count: role.memberCount ?? 0 })}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Mark({ isGiven }: { isGiven: boolean }) {
  const t = useTranslations('people.matrix');
  return (
    <>
      {isGiven ? <CheckIcon size={16} className="mx-auto text-good" /> : <span aria-hidden className="text-ink-3">·</span>}
      <span className="sr-only">{isGiven ? t('yes') : t('no')}</span>
    </>
  );
}

function Group({ group, roles, ownId }: { group: PermissionGroup; roles: readonly ListedRole[]; ownId: string }) {
  const t = useTranslations('people.groups');
  const words = usePermissionWords();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={roles.length + 1} className="sticky left-0 pt-5 pb-1 text-left text-13 font-semibold text-ink-2">
          {t(group)}
        </th>
      </tr>
      {PERMISSION_GROUPS[group].map((permission) => (
        <tr key={permission} className="group hover:bg-hover">
          <th scope="row" className="sticky left-0 border-t border-line bg-paper py-1.5 pr-3 text-left text-14 font-normal group-hover:bg-sunken">
            {words(permission)}
          </th>
          {roles.map((role) => (
            <td key={role.id} className={clsx('border-t border-line px-2 py-1.5 text-center', role.id === ownId && OWN)}>
              <Mark isGiven={role.permissions.includes(permission)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Every permission by every role; a screen of its own width for as many roles as there are. */
export function RoleMatrix({ roles }: { roles: readonly ListedRole[] }) {
  const t = useTranslations('people.matrix');
  const ownId = useViewer().member.role.id;
  return (
    <div role="region" aria-label={t('caption')} tabIndex={0} className="overflow-x-auto border-y border-line max-md:hidden">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('caption')}</caption>
        <Head roles={roles} ownId={ownId} />
        {GROUP_NAMES.map((group) => (
          <Group key={group} group={group} roles={roles} ownId={ownId} />
        ))}
      </table>
    </div>
  );
}
