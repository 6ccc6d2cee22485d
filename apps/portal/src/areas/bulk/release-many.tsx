'use client';

import { MOST_RELEASED_AT_ONCE } from '@tenon/domain/devices';
import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { ReleaseForm } from '../handover/release-form';
import type { Meant } from './meant';

interface ReleaseManyProps {
  readonly meant: Meant;
  onClose(): void;
  onDone(): void;
}

/** Releases the machines that were chosen one by one: each code is a label somebody prints, so all that match some filter are too many. */
export function ReleaseMany({ meant: { count, machines }, onClose, onDone }: ReleaseManyProps) {
  const t = useTranslations('handover');
  const frame = useTranslations('frame');
  const ids = machines.deviceIds ?? [];
  if (ids.length > 0 && ids.length <= MOST_RELEASED_AT_ONCE) return <ReleaseForm ids={ids} title={t('bulkTitle', { count })} onClose={onClose} onDone={onDone} />;
  return (
    <Dialog isOpen size="sm" onOpenChange={(isOpen) => !isOpen && onClose()} title={t('tooMany', { limit: MOST_RELEASED_AT_ONCE })} closeLabel={frame('close')} footer={<Button onClick={onClose}>{t('fine')}</Button>}>
      <p className="text-14">{t('tooManyBody', { limit: MOST_RELEASED_AT_ONCE })}</p>
    </Dialog>
  );
}
