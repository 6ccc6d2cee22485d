'use client';

import { EmptyState, LinkButton, MachineIllustration } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useMay } from '../../viewer/viewer-context';

/** In place of the list before the first type. */
export function NoTypes() {
  const t = useTranslations('deviceTypes.list');
  const mayManage = useMay('device-type:manage');
  const make = (
    <LinkButton asChild variant="primary">
      <Link href="/machines/types/new">{t('add')}</Link>
    </LinkButton>
  );
  return <EmptyState title={t('none')} body={t('noneBody')} illustration={<MachineIllustration />} action={mayManage ? make : undefined} />;
}
