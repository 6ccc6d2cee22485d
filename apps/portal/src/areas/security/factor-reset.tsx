'use client';

import { Button, Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { StopFactorResetDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { ownTime } from './own-time';

/** The office was told that one's second factor is lost: when it goes, and that it is not lost. */
export function FactorReset({ dueAt, onStopped }: { dueAt: string; onStopped: () => void }) {
  const t = useTranslations('security.reset');
  const toast = useToast();
  const stop = useChange(StopFactorResetDocument, {
    onDone: () => {
      toast.show({ title: t('stopped') });
      onStopped();
    },
  });
  return (
    <div className="mb-5 grid gap-3">
      <Callout tone="caution" title={t('title')}>
        {t('body', { at: ownTime(dueAt) })}
      </Callout>
      <FormFault error={stop.error} />
      <Button variant="primary" isLoading={stop.isPending} onClick={() => stop.mutate({})} className="justify-self-start max-md:w-full">
        {t('stop')}
      </Button>
    </div>
  );
}
