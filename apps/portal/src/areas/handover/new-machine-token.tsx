'use client';

import { Callout, CodeBlock } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** The token that a machine got with its new company, this once. */
export function NewMachineToken({ token }: { token: string }) {
  const t = useTranslations('handover.claim');
  const frame = useTranslations('frame');
  return (
    <div className="grid gap-3">
      <Callout tone="caution">{t('tokenOnce')}</Callout>
      <CodeBlock code={token} title={t('token')} label={t('token')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
    </div>
  );
}
