'use client';

import { Button, EmptyState } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** In the place of entries, where none is as the list is narrowed to. */
export function NothingFound({ isNarrowed, onWiden }: { isNarrowed: boolean; onWiden: () => void }) {
  const t = useTranslations('audit');
  return <EmptyState size="inline" title={t('none')} body={t(isNarrowed ? 'noneNarrowed' : 'noneBody')} action={isNarrowed ? <Button onClick={onWiden}>{t('filters.reset')}</Button> : undefined} />;
}
