'use client';

import { Badge, DataTable, ExactTime, formatInstant, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { ListTable } from '../../frame/lists/use-list';
import { useDensity } from '../../theme/density';
import { useViewer } from '../../viewer/viewer-context';
import { MemberMenu } from './member-menu';
import type { ListedMember } from './shown';
import { useRoleWords } from './use-role-words';

function Name({ member: { id, name, email } }: { member: ListedMember }) {
  const t = useTranslations('people');
  const isSelf = useViewer().id === id;
  return (
    <span className="grid gap-0.5">
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <Link href={`/settings/people/${id}`} className="font-medium hover:underline">
          {name}
        </Link>
        {isSelf && <Badge tone="outline">{t('you')}</Badge>}
      </span>
      <span className="text-13 font-normal wrap-anywhere text-ink-3">{email}</span>
    </span>
  );
}

/** Every column there is of a person in a list. */
export function useMemberColumns(): Column<ListedMember>[] {
  const t = useTranslations('people');
  const roleWords = useRoleWords();
  const { timeZone } = useViewer().tenant;
  return [
    { id: 'name', header: t('name'), isPrimary: true, sortValue: ({ name }) => name, text: ({ name, email }) => `${name} <${email}>`, cell: (member) => <Name member={member} /> },
    { id: 'role', header: t('role'), sortValue: ({ role }) => roleWords(role).name, text: ({ role }) => roleWords(role).name, cell: ({ role }) => roleWords(role).name },
    { id: 'joined', header: t('joined'), sortValue: ({ joinedAt }) => joinedAt, text: ({ joinedAt }) => formatInstant(joinedAt, { timeZone }), cell: ({ joinedAt }) => <ExactTime at={joinedAt} timeZone={timeZone} precision="day" /> },
    { id: 'actions', header: t('actions'), width: '8rem', cell: (member) => <MemberMenu member={member} /> },
  ];
}

interface MemberTableProps {
  readonly list: ListTable<ListedMember>;
  readonly members: readonly ListedMember[];
  readonly isLoading: boolean;
  readonly empty: ReactNode;
}

/** People with their role; a row opens what they may do. */
export function MemberTable({ list, members, isLoading, empty }: MemberTableProps) {
  const t = useTranslations('people');
  const router = useRouter();
  const { density } = useDensity();
  return (
    <DataTable
      caption={t('title')}
      {...list}
      rows={members}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      onRowOpen={({ id }) => router.push(`/settings/people/${id}`)}
      density={density}
      isLoading={isLoading}
      loadingLabel={t('loading')}
      empty={empty}
      maxHeight="none"
    />
  );
}
