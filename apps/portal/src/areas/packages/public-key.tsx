'use client';

import { Button, CodeBlock, ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { OtaPackagesQuery } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { saveFile } from '../apps/csv';

const VERIFY = 'openssl pkeyutl -verify -pubin -inkey tenon-packages.pem -rawin -in statement.txt -sigfile signature.bin';

/** The key by which machines check where a package is from, and how they do. */
export function PublicKey({ settings: { publicKey, publicKeySince } }: { settings: OtaPackagesQuery['otaSettings'] }) {
  const t = useTranslations('campaigns.packages');
  const common = useTranslations('frame');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  if (publicKey === null) return <p className="text-14 text-ink-2">{t('noKey')}</p>;
  return (
    <div className="grid gap-4">
      <p className="text-13 text-ink-3">{publicKeySince && <>{t('keySince')} <ExactTime at={publicKeySince} locale={locale} timeZone={timeZone} /></>}</p>
      <div>
        <Button onClick={() => saveFile('tenon-packages.pem', publicKey, 'application/x-pem-file')}>{t('download')}</Button>
      </div>
      <CodeBlock code={VERIFY} copyLabel={common('copy')} copiedLabel={common('copied')} label={t('verify')} />
    </div>
  );
}
