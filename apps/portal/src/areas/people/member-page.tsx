'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { MemberAccessDocument, OwnAccessDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { AccessList } from './access-list';
import { MemberMenu } from './member-menu';
import type { MemberWithAccess } from './shown';
import { useRoleWords } from './use-role-words';

function MemberHeader({ member }: { member: MemberWithAccess }) {
  const t = useTranslations('people.member');
  const words = useRoleWords();
  const isSelf = useViewer().id === member.id;
  const facts = { role: words(member.role).name, all: member.access.length, allowed: member.access.filter(({ isAllowed }) => isAllowed).length };
  return (
    <PageHeader
      eyebrow={
        <Link href="/settings/people" className="underline underline-offset-4">
          {t('crumb')}
        </Link>
      }
      title={member.name}
      answer={isSelf ? t('answerOwn', facts) : t('answer', { ...facts, name: member.name })}
      meta={<span className="wrap-anywhere">{member.email}</span>}
      actions={<MemberMenu member={member} hasAccess={false} />}
    />
  );
}

/** One's own access, which everybody sees, or that of somebody else. */
function useMemberAccess(id: string) {
  const isOwn = useViewer().id === id || id === 'me';
  const own = useAnswer(OwnAccessDocument, {}, { isEnabled: isOwn });
  const theirs = useAnswer(MemberAccessDocument, { id }, { isEnabled: !isOwn });
  return isOwn ? { query: own, member: own.data?.viewer?.member } : { query: theirs, member: theirs.data?.member };
}

/** What one person may do here, and why. */
export function MemberPage({ id }: { id: string }) {
  const t = useTranslations('people.member');
  const { query, member } = useMemberAccess(id);
  if (member) {
    return (
      <div className="grid max-w-4xl grid-cols-1 gap-6">
        <MemberHeader member={member} />
        <AccessList member={member} />
      </div>
    );
  }
  return (
    <>
      <h1 className="sr-only">{t('accessTitle')}</h1>
      {query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} /> : <Skeleton lines={10} />}
    </>
  );
}
