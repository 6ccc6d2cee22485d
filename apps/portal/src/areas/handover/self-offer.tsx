'use client';

import { CodeBlock } from '@tenon/ui';
import { useTranslations } from 'next-intl';

const PAYLOAD = '{"secretKey":"…","durationMs":86400000}';

/** What a machine sends that tells a secret of its own. */
export function SelfOffer() {
  const t = useTranslations('handover');
  const frame = useTranslations('frame');
  return (
    <div className="grid gap-2 text-14">
      <p>{t('selfBody')}</p>
      <CodeBlock code={PAYLOAD} title={t('selfMqtt')} label={t('selfMqtt')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
      <p className="text-13 text-ink-2">{t('selfHint')}</p>
    </div>
  );
}
