'use client';

import { CodeBlock } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { OnceDialog } from '../../frame/once-dialog';
import type { RotateTokenMutation } from '../../generated/documents';
import { OnboardingTabs } from '../machines/onboarding-tabs';

interface NewTokenProps {
  readonly machineName: string;
  readonly issued: RotateTokenMutation['rotateDeviceToken'];
  onClose(): void;
}

/** The new token, this once, with commands to try it. */
export function NewToken({ machineName, issued: { token, endpoint }, onClose }: NewTokenProps) {
  const t = useTranslations('machines.token');
  const frame = useTranslations('frame');
  const content = (
    <>
      <CodeBlock code={token} title={t('newLabel')} label={t('newLabel')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
      <OnboardingTabs endpoint={endpoint} token={token} />
    </>
  );
  return <OnceDialog onClose={onClose} shown={{ title: t('newTitle', { name: machineName }), once: t('once'), keptLabel: t('kept'), size: 'lg', content }} />;
}
