'use client';

import { Button, EmptyState, LinkButton, StoreIllustration } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';

/** No app answers the search, or there is none at all. */
export function NothingFound({ search, onClear }: { search: string; onClear(): void }) {
  const t = useTranslations('store.none');
  if (search) {
    return <EmptyState illustration={<StoreIllustration />} title={t('title', { search })} body={t('body')} action={<Button onClick={onClear}>{t('clear')}</Button>} />;
  }
  return (
    <EmptyState
      illustration={<StoreIllustration />}
      title={t('emptyTitle')}
      body={t('emptyBody')}
      action={
        <LinkButton asChild>
          <Link href="/developer">{t('toDeveloper')}</Link>
        </LinkButton>
      }
    />
  );
}
