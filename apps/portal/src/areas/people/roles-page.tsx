'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { RolesDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { OwnRoles } from './own-roles';
import { RoleMatrix } from './role-matrix';
import { RoleSheet } from './role-sheet';
import { useRoleWords } from './use-role-words';

function Roles() {
  const roles = useAnswer(RolesDocument, {});
  if (roles.isError && !roles.data) return <Failure error={roles.error} onRetry={() => void roles.refetch()} isRetrying={roles.isFetching} />;
  if (!roles.data) return <Skeleton lines={12} />;
  return (
    <>
      <RoleMatrix roles={roles.data.roles} />
      <RoleSheet roles={roles.data.roles} />
      <OwnRoles roles={roles.data.roles} />
    </>
  );
}

/** Who may do what: every permission by every role, and the roles that the company made. */
export function RolesPage() {
  const t = useTranslations('people.matrix');
  const words = useRoleWords();
  const { member } = useViewer();
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title={t('title')}
        answer={t('answer', { role: words(member.role).name })}
        meta={
          <Link href="/settings/people/me" className="underline underline-offset-4">
            {t('toOwn')}
          </Link>
        }
      />
      <Roles />
    </div>
  );
}
