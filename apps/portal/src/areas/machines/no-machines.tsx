'use client';

import { Button, EmptyState, LinkButton, MachineIllustration } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';

/** In place of the list: nothing matches, or nothing is connected yet. */
export function NoMachines({ isNarrowed, onWiden }: { isNarrowed: boolean; onWiden(): void }) {
  const t = useTranslations('machines');
  if (isNarrowed) {
    return <EmptyState size="inline" title={t('noneFound')} body={t('noneFoundBody')} action={<Button onClick={onWiden}>{t('widen')}</Button>} />;
  }
  return (
    <EmptyState
      title={t('none')}
      body={t('noneBody')}
      illustration={<MachineIllustration />}
      action={
        <LinkButton asChild variant="primary">
          <Link href="/machines/new">{t('add')}</Link>
        </LinkButton>
      }
      secondaryAction={
        <LinkButton asChild variant="quiet">
          <Link href="/home">{t('toHome')}</Link>
        </LinkButton>
      }
    />
  );
}
