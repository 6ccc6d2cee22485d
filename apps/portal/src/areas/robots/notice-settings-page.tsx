'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { NoticeChoicesDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { ChoiceTable } from './choice-table';
import { RobotsSection } from './robots-section';

/** What one is told of, by which ways; and the company's robots, for whoever may look at them. */
export function NoticeSettingsPage() {
  const t = useTranslations('notices.choices');
  const mayReadRobots = useMay('robot:read');
  const answer = useAnswer(NoticeChoicesDocument, {});
  const choices = answer.data?.noticeChoices;
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHeader title={t('title')} answer={t('answer')} />
      {answer.error && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={320} />}
      {choices && <ChoiceTable choices={choices} onChosen={() => answer.refetch()} />}
      {mayReadRobots && <RobotsSection />}
    </div>
  );
}
