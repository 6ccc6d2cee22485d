'use client';

import { Badge, CopyButton, DataTable, EmptyState, ExactTime, type BadgeTone, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ExportFactsFragment, ExportState } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useViewer } from '../../viewer/viewer-context';
import { bytesText } from './bytes';
import { bundleHref } from './export-now';

const TONES: Readonly<Record<ExportState, BadgeTone>> = { WAITING: 'neutral', RUNNING: 'accent', READY: 'good', FAILED: 'danger', EXPIRED: 'neutral' };

function useColumns(): Column<ExportFactsFragment>[] {
  const t = useTranslations('exit');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      { id: 'requestedAt', header: t('columns.requestedAt'), isPrimary: true, cell: ({ requestedAt }) => <ExactTime at={requestedAt} locale={locale} timeZone={timeZone} className="whitespace-nowrap" /> },
      { id: 'state', header: t('columns.state'), cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge> },
      { id: 'by', header: t('columns.by'), cell: ({ requestedBy }) => requestedBy ?? '—' },
      { id: 'size', header: t('columns.size'), isNumeric: true, cell: ({ bytes }) => <span className="tn-num whitespace-nowrap">{bytes === null ? '—' : bytesText(bytes, locale)}</span> },
      {
        id: 'sha256',
        header: 'SHA-256',
        isHiddenOnPhone: true,
        cell: ({ sha256 }) =>
          sha256 === null ? '—' : (
            <span className="inline-flex items-center gap-1">
              <code className="text-13">{sha256.slice(0, 12)}…</code>
              <CopyButton text={sha256} label={t('copy')} copiedLabel={t('copied')} />
            </span>
          ),
      },
      {
        id: 'file',
        header: t('columns.file'),
        cell: ({ id, state }) =>
          state === 'READY' ? (
            <a href={bundleHref(id)} download className="underline underline-offset-4">
              {t('download')}
            </a>
          ) : '—',
      },
    ],
    [t, locale, timeZone],
  );
}

/** The company's exports so far. */
export function ExportHistory({ exports, isLoading }: { exports: readonly ExportFactsFragment[]; isLoading: boolean }) {
  const t = useTranslations('exit');
  const { density } = useDensity();
  return (
    <DataTable
      caption={t('history')}
      columns={useColumns()}
      rows={exports}
      rowKey={({ id }) => id}
      rowLabel={({ requestedAt }) => requestedAt}
      density={density}
      phone="cards"
      isLoading={isLoading}
      loadingLabel={t('loading')}
      empty={<EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      maxHeight="none"
    />
  );
}
