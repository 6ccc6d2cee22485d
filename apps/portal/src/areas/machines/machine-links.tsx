'use client';

import { LinkButton, PlusIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useMay } from '../../viewer/viewer-context';

/** The ways to how complete their readings are, to what machines are, and to one more machine, for those who may. */
export function MachineLinks() {
  const t = useTranslations('machines');
  const maySee = useMay('telemetry:read');
  const mayLookAtTypes = useMay('device-type:read');
  const mayImport = useMay('telemetry:import');
  const mayAdd = useMay('device:create');
  return (
    <>
      {maySee && (
        <LinkButton asChild variant="quiet">
          <Link href="/machines/completeness">{t('toCompleteness')}</Link>
        </LinkButton>
      )}
      {mayImport && (
        <LinkButton asChild variant="quiet">
          <Link href="/machines/history">{t('toHistory')}</Link>
        </LinkButton>
      )}
      {mayLookAtTypes && (
        <LinkButton asChild variant="quiet">
          <Link href="/machines/types">{t('toTypes')}</Link>
        </LinkButton>
      )}
      {mayAdd && (
        <LinkButton asChild variant="primary" icon={<PlusIcon size={16} />}>
          <Link href="/machines/new">{t('add')}</Link>
        </LinkButton>
      )}
    </>
  );
}
