'use client';

import { Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { RecoveryCodes } from './recovery-codes';

/** New recovery codes, shown once. */
export function CodesDialog({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('security.codes');
  const frame = useTranslations('frame');
  return (
    <Dialog isOpen onOpenChange={onKept} title={t('label')} closeLabel={frame('close')}>
      <RecoveryCodes codes={codes} onKept={onKept} />
    </Dialog>
  );
}
