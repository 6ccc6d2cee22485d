'use client';

import { Button, EmptyState, LinkButton, LoadMore, PageHeader, PeopleIllustration, PlusIcon, SearchField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { LazyListTools } from '../../frame/lists/lazy-list-tools';
import { LazySelectionBar } from '../../frame/lists/lazy-selection-bar';
import { useList } from '../../frame/lists/use-list';
import { InvitationsDocument, MembersDocument } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { useSearch, type ListSearch } from '../store/use-search';
import { MemberTable, useMemberColumns } from './member-table';

const InviteDialog = dynamic(() => import('./invite-dialog').then(({ InviteDialog: Ask }) => Ask), { ssr: false });
const InvitationSection = dynamic(() => import('./invitation-section').then(({ InvitationSection: Invited }) => Invited));
const LeaveSection = dynamic(() => import('./leave-section').then(({ LeaveSection: Leave }) => Leave));
const PAGE_SIZE = 50;
/** Up to here everybody is seen at a glance. */
const SEARCHED_ABOVE = 8;

function InviteButton() {
  const t = useTranslations('people.invite');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon={<PlusIcon size={16} />} onClick={() => setIsOpen(true)}>
        {t('action')}
      </Button>
      {isOpen && <InviteDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}

function useMembers(search: string) {
  return usePages(MembersDocument, { first: PAGE_SIZE, search: search || null }, ({ members }) => members);
}

function Members({ list }: { list: ReturnType<typeof useMembers> }) {
  const t = useTranslations('people');
  const table = useList('people', useMemberColumns(), ({ name }) => name);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  return (
    <>
      <MemberTable list={table} members={list.nodes} isLoading={list.isPending} empty={<EmptyState size="inline" title={t('none')} body={t('noneBody')} />} />
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
      <LazySelectionBar file="people" columns={table.columns} rows={list.nodes} selection={table.selection} keyOf={({ id }) => id} />
    </>
  );
}

/** For roles that do not see who else there is. */
function HiddenPeople() {
  const t = useTranslations('people');
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState
        illustration={<PeopleIllustration />}
        title={t('hidden')}
        body={t('hiddenBody')}
        action={
          <LinkButton asChild>
            <Link href="/settings/people/me">{t('toOwn')}</Link>
          </LinkButton>
        }
      />
    </>
  );
}

/** How many people and open invitations there are, or were found; nothing while it is not known. */
function useCountWords(total: number | undefined, isSearched: boolean): string | undefined {
  const t = useTranslations('people');
  const { tenant } = useViewer();
  const invited = useAnswer(InvitationsDocument, { first: PAGE_SIZE }, { isEnabled: useMay('member:invite') }).data?.invitations.totalCount;
  if (total === undefined) return undefined;
  return isSearched ? t('answerFound', { count: total }) : t('answer', { company: tenant.name, members: total, invited: invited ?? 0 });
}

function Header({ answer }: { answer: string | undefined }) {
  const t = useTranslations('people');
  if (useMay('member:invite')) return <PageHeader title={t('title')} answer={answer} actions={<InviteButton />} />;
  return <PageHeader title={t('title')} answer={answer} meta={t('mayNotInvite')} />;
}

function Narrowing({ search, total }: { search: ListSearch; total: number }) {
  const t = useTranslations('people');
  const isSearched = search.typed !== '' || search.asked !== '' || total > SEARCHED_ABOVE;
  return (
    <div className="flex flex-wrap items-end gap-3">
      {isSearched && <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={search.typed} onValueChange={search.type} className="sm:max-w-72" />}
      <LazyListTools list="PEOPLE" table="people" columns={useMemberColumns()} />
    </div>
  );
}

function ShownPeople() {
  const mayInvite = useMay('member:invite');
  const search = useSearch();
  const list = useMembers(search.asked);
  const total = list.data?.pages[0]?.members.totalCount;
  return (
    <>
      <Header answer={useCountWords(total, search.asked !== '')} />
      <Narrowing search={search} total={total ?? 0} />
      <Members list={list} />
      {mayInvite && <InvitationSection />}
    </>
  );
}

/** Who belongs to the company, who is asked to, and the way out. */
export function PeoplePage() {
  const mayRead = useMay('member:read');
  return (
    <div className="grid max-w-5xl grid-cols-1 gap-6">
      {mayRead ? <ShownPeople /> : <HiddenPeople />}
      <LeaveSection />
    </div>
  );
}
