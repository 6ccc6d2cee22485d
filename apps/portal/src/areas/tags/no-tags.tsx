'use client';

import { EmptyState, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';

/** What tags are for, and where machines get them. */
export function NoTags() {
  const t = useTranslations('plant.tags');
  return (
    <EmptyState
      title={t('none')}
      body={t('noneBody')}
      action={
        <LinkButton asChild>
          <Link href="/machines">{t('toMachines')}</Link>
        </LinkButton>
      }
    />
  );
}
