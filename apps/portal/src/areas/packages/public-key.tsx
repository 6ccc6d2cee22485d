'use client';

import { Badge, Button, CodeBlock, DataTable, ExactTime, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { OtaPackagesQuery } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { saveFile } from '../apps/csv';
import { ReplaceKey } from './replace-key';

const VERIFY = 'openssl pkeyutl -verify -pubin -inkey tenon-packages.pem -rawin -in statement.txt -sigfile signature.bin';

type OtaKey = OtaPackagesQuery['otaSettings']['keys'][number];

/** As much of an id as tells keys apart. */
const short = (id: string): string => id.slice(-8);

function useColumns(): Column<OtaKey>[] {
  const t = useTranslations('campaigns.packages');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      { id: 'key', header: t('keyColumns.key'), isPrimary: true, cell: ({ id }) => <code className="text-13" title={id}>{short(id)}</code> },
      {
        id: 'state',
        header: t('keyColumns.state'),
        cell: ({ createdAt, retiredAt }) => (
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={retiredAt ? 'neutral' : 'outline'}>{t(retiredAt ? 'keyFormer' : 'keySigns')}</Badge>
            <ExactTime at={retiredAt ?? createdAt} locale={locale} timeZone={timeZone} className="whitespace-nowrap" />
          </span>
        ),
      },
      { id: 'packages', header: t('keyColumns.packages'), isNumeric: true, cell: ({ packageCount }) => <span className="tn-num">{packageCount}</span> },
      {
        id: 'file',
        header: t('keyColumns.file'),
        isLabelHidden: true,
        cell: ({ id, publicKey, retiredAt }) => (
          <Button size="sm" variant="quiet" aria-label={t('downloadOne', { key: short(id) })} onClick={() => saveFile(retiredAt ? `tenon-packages-${short(id)}.pem` : 'tenon-packages.pem', publicKey, 'application/x-pem-file')}>
            {t('download')}
          </Button>
        ),
      },
    ],
    [t, locale, timeZone],
  );
}

/** The keys by which machines check where a package is from, and how they do: the one that signs, and those before it, for what they signed. */
export function PublicKey({ settings: { keys } }: { settings: OtaPackagesQuery['otaSettings'] }) {
  const t = useTranslations('campaigns.packages');
  const common = useTranslations('frame');
  const mayReplace = useMay('device:credentials');
  const [isReplacing, setReplacing] = useState(false);
  const columns = useColumns();
  if (keys.length === 0) return <p className="text-14 text-ink-2">{t('noKey')}</p>;
  return (
    <div className="grid grid-cols-1 gap-4">
      <DataTable caption={t('key')} columns={columns} rows={keys} rowKey={({ id }) => id} rowLabel={({ id }) => short(id)} phone="cards" maxHeight="none" />
      {mayReplace && (
        <div>
          <Button onClick={() => setReplacing(true)}>{t('keyReplace')}</Button>
        </div>
      )}
      <CodeBlock code={VERIFY} copyLabel={common('copy')} copiedLabel={common('copied')} label={t('verify')} />
      {isReplacing && <ReplaceKey onClose={() => setReplacing(false)} />}
    </div>
  );
}
