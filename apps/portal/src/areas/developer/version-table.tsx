'use client';

import { DataTable, ExactTime, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useDensity } from '../../theme/density';
import type { AppVersion } from './find-version';
import { useVersionName } from './use-version-name';
import { VersionState } from './version-state';

interface VersionTableProps {
  readonly versions: readonly AppVersion[];
  readonly timeZone: string;
  readonly isLoading: boolean;
  readonly empty: ReactNode;
}

function useColumns(timeZone: string): Column<AppVersion>[] {
  const t = useTranslations('developer.versions');
  const locale = useLocale();
  const nameOf = useVersionName();
  const time = (at: string | null) => (at ? <ExactTime at={at} locale={locale} timeZone={timeZone} precision="minute" /> : <span className="text-ink-3">—</span>);
  return [
    {
      id: 'app',
      header: t('app'),
      isPrimary: true,
      cell: (version) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-3">
          <Link href={`/developer/versions/${version.id}`} className="font-medium hover:underline">
            {nameOf(version)}
          </Link>
          <code className="text-12 text-ink-3">{version.slug}</code>
        </span>
      ),
    },
    { id: 'version', header: t('version'), cell: ({ version }) => <span className="tn-num">{version}</span> },
    { id: 'state', header: t('state'), cell: ({ state }) => <VersionState state={state} /> },
    { id: 'submitted', header: t('submitted'), cell: ({ submittedAt }) => time(submittedAt) },
    { id: 'decided', header: t('decided'), isHiddenOnPhone: true, cell: ({ decidedAt }) => time(decidedAt) },
    { id: 'note', header: t('note'), width: '28%', cell: ({ note }) => (note ? <span className="line-clamp-2 text-ink-2">{note}</span> : <span className="text-ink-3">—</span>) },
  ];
}

/** Versions the publisher submitted, with what became of them. */
export function VersionTable({ versions, timeZone, isLoading, empty }: VersionTableProps) {
  const t = useTranslations('developer.versions');
  const router = useRouter();
  const { density } = useDensity();
  const columns = useColumns(timeZone);
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={versions}
      rowKey={({ id }) => id}
      rowLabel={(version) => `${version.slug} ${version.version}`}
      onRowOpen={({ id }) => router.push(`/developer/versions/${id}`)}
      density={density}
      isLoading={isLoading}
      loadingLabel={t('loading')}
      empty={empty}
      maxHeight="none"
    />
  );
}
