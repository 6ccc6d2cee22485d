'use client';

import { Button, Callout, CodeBlock } from '@tenon/ui';
import { useTranslations } from 'next-intl';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  onKept(): void;
}

/** The codes, this once, to be taken away. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useTranslations('security.codes');
  const frame = useTranslations('frame');
  const text = codes.join('\n');
  const download = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
    link.download = `${t('file')}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="grid gap-5">
      <Callout tone="caution" title={t('title')}>
        {t('body')}
      </Callout>
      <CodeBlock code={text} label={t('label')} title={t('label')} copyLabel={frame('copy')} copiedLabel={frame('copied')} />
      <div className="flex flex-wrap gap-2 max-md:*:w-full">
        <Button onClick={download}>{t('download')}</Button>
        <Button variant="primary" onClick={onKept}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
