'use client';

import { Badge, DataTable, ExactTime, LoadMore, RelativeTime, Section, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { InvitationsDocument } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useViewer } from '../../viewer/viewer-context';
import { InvitationMenu } from './invitation-menu';
import type { OpenInvitation } from './shown';
import { useRoleWords } from './use-role-words';

const PAGE_SIZE = 50;

function useColumns(): Column<OpenInvitation>[] {
  const t = useTranslations('people.invitations');
  const people = useTranslations('people');
  const roleWords = useRoleWords();
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return [
    { id: 'email', header: t('email'), isPrimary: true, cell: ({ email }) => <span className="font-medium wrap-anywhere">{email}</span> },
    { id: 'role', header: people('role'), cell: ({ role }) => roleWords(role).name },
    { id: 'by', header: t('by'), isHiddenOnPhone: true, cell: ({ inviterName }) => inviterName },
    { id: 'sent', header: t('sent'), cell: ({ sentAt }) => <RelativeTime at={sentAt} locale={locale} timeZone={timeZone} hasExact /> },
    {
      id: 'expires',
      header: t('expires'),
      cell: ({ expiresAt, isExpired }) => (isExpired ? <Badge tone="caution">{t('expired')}</Badge> : <ExactTime at={expiresAt} timeZone={timeZone} />),
    },
    { id: 'actions', header: people('actions'), width: '8rem', cell: (invitation) => <InvitationMenu invitation={invitation} /> },
  ];
}

/** Invitations that nobody has answered: sent when, good until when, once more, or taken back. */
export function InvitationSection() {
  const t = useTranslations('people.invitations');
  const people = useTranslations('people');
  const { density } = useDensity();
  const columns = useColumns();
  const list = usePages(InvitationsDocument, { first: PAGE_SIZE }, ({ invitations }) => invitations);
  return (
    <Section title={t('title')} description={t('intro')}>
      {list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={list.nodes}
          rowKey={({ id }) => id}
          density={density}
          isLoading={list.isPending}
          loadingLabel={t('loading')}
          empty={<p className="py-4 text-14 text-ink-2">{t('empty')}</p>}
          maxHeight="none"
        />
      )}
      {list.hasNextPage && <LoadMore label={people('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </Section>
  );
}
