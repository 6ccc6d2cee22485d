'use client';

import { BellIllustration, Button, EmptyState, PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { AnnouncementsDocument, type AnnouncementFactsFragment } from '../../generated/documents';
import { useNow } from '../apps/use-now';
import { AnnouncementItem } from './announcement-item';
import { announcementState } from './announcement-state';

const AnnouncementDialog = dynamic(() => import('./announcement-dialog').then(({ AnnouncementDialog: Write }) => Write), { ssr: false });

function List({ announcements, nowMs }: { announcements: readonly AnnouncementFactsFragment[]; nowMs: number }) {
  const t = useTranslations('office.announcements');
  if (announcements.length === 0) return <EmptyState illustration={<BellIllustration />} title={t('emptyTitle')} body={t('emptyBody')} />;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {announcements.map((each) => (
        <AnnouncementItem key={each.id} announcement={each} state={announcementState(each, nowMs)} />
      ))}
    </ul>
  );
}

const countShown = (all: readonly AnnouncementFactsFragment[], nowMs: number): number => all.filter((each) => announcementState(each, nowMs) === 'SHOWN').length;

/** Until they are known: why not, or that they are on their way. */
function Awaited({ error, isFetching, onRetry }: { error: unknown; isFetching: boolean; onRetry: () => void }) {
  return error ? <Failure error={error} onRetry={onRetry} isRetrying={isFetching} /> : <Skeleton lines={4} height={28} />;
}

/** What the office announces: drafts as companies would see them, what is shown, and what was. */
export function AnnouncementsPage() {
  const t = useTranslations('office.announcements');
  const nowMs = useNow();
  const { data, error, isFetching, refetch } = useAnswer(AnnouncementsDocument, {});
  const [isWriting, setIsWriting] = useState(false);
  const all = data?.announcements;
  const shown = countShown(all ?? [], nowMs);
  const write = (
    <Button variant="primary" onClick={() => setIsWriting(true)}>
      {t('write')}
    </Button>
  );
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={all && t('answer', { count: shown })} actions={write} />
      {all ? <List announcements={all} nowMs={nowMs} /> : <Awaited error={error} isFetching={isFetching} onRetry={() => void refetch()} />}
      {isWriting && <AnnouncementDialog onClose={() => setIsWriting(false)} />}
    </div>
  );
}
