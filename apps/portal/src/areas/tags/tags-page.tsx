'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { TagsDocument } from '../../generated/documents';
import type { Tag } from './tag';

// Drawn by the server, and at work a moment later.
const TagRow = dynamic(() => import('./tag-row').then(({ TagRow: Row }) => Row), { loading: () => <Skeleton lines={2} /> });
const NoTags = dynamic(() => import('./no-tags').then(({ NoTags: None }) => None), { loading: () => <Skeleton lines={3} /> });

function TagList({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return <NoTags />;
  return (
    <ul className="border-b border-line">
      {tags.map((tag) => (
        <TagRow key={tag.id} tag={tag} tags={tags} />
      ))}
    </ul>
  );
}

/** The words by which the company sorts its machines, how many have each, and what may be done with them. */
export function TagsPage() {
  const t = useTranslations('plant.tags');
  const answer = useAnswer(TagsDocument, {});
  const tags = answer.data?.tags;
  return (
    <div className="grid max-w-2xl gap-6">
      <PageHeader title={t('title')} answer={tags ? t('answer', { count: tags.length }) : <Skeleton width={160} height={24} />} />
      {answer.isError && !tags && <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />}
      {answer.isPending && <Skeleton lines={5} />}
      {tags && <TagList tags={tags} />}
    </div>
  );
}
