'use client';

import { Button, Callout, CodeBlock, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { RotateTokenMutation } from '../../generated/documents';
import { OnboardingTabs } from '../machines/onboarding-tabs';

interface NewTokenProps {
  readonly machineName: string;
  readonly issued: RotateTokenMutation['rotateDeviceToken'];
  onClose(): void;
}

/** The new token, this once, with commands to try it. */
export function NewToken({ machineName, issued, onClose }: NewTokenProps) {
  const t = useTranslations('machines.token');
  const frame = useTranslations('frame');
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('newTitle', { name: machineName })}
      closeLabel={frame('close')}
      size="lg"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <div className="grid gap-5">
        <Callout tone="caution">{t('once')}</Callout>
        <CodeBlock code={issued.token} title={t('newLabel')} label={t('newLabel')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
        <OnboardingTabs endpoint={issued.endpoint} token={issued.token} />
      </div>
    </Dialog>
  );
}
