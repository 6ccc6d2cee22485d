'use client';

import { Button, Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMay } from '../../../viewer/viewer-context';
import type { Import } from './use-import';

/** A list without faults: what it would add, and the button that adds it. */
export function ReadyList({ list: { file, checked, isMaking, isUnknown, make } }: { list: Import }) {
  const t = useTranslations('machines.import');
  const mayCreate = useMay('device:create');
  if (!checked) return null;
  const { added, known } = checked;
  const add = (
    <Button variant="primary" isLoading={isMaking} loadingLabel={t('adding')} disabled={!mayCreate} onClick={make}>
      {t('add', { count: added })}
    </Button>
  );
  return (
    <Callout tone={isUnknown ? 'caution' : 'info'} role="status" title={t('ready', { file, added })} {...(added > 0 && { action: add })}>
      {known > 0 && t('readyKnown', { known })} {isUnknown ? t('unknown') : added > 0 && t('readyBody')}
    </Callout>
  );
}
