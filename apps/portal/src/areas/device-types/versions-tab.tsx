'use client';

import { Badge, Button, Disclosure, EmptyState, ExactTime, LoadMore, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { DeviceTypeVersionsDocument, type DeviceTypeVersionsQuery, type WholeTypeFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { ChangeTable } from './change-table';
import { useExport } from './use-export';

type Version = DeviceTypeVersionsQuery['deviceType']['versions']['nodes'][number];

function VersionRow({ type, version: { version, note, publishedAt, changes } }: { type: WholeTypeFragment; version: Version }) {
  const t = useTranslations('deviceTypes.versions');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const save = useExport(type);
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="flex flex-wrap items-center gap-2 text-14 font-semibold">
          {t('version', { version })}
          {type.published?.version === version && <Badge tone="good">{t('current')}</Badge>}
        </h2>
        <Button size="sm" aria-label={t('exportOf', { version })} onClick={() => save(version)}>
          {t('export')}
        </Button>
      </div>
      {note !== '' && <p className="max-w-prose text-14 whitespace-pre-line wrap-anywhere">{note}</p>}
      {publishedAt && (
        <p className="text-13 text-ink-2">
          <ExactTime at={publishedAt} locale={locale} timeZone={timeZone} precision="minute" />
        </p>
      )}
      {version === 1 ? (
        <p className="text-13 text-ink-3">{t('first')}</p>
      ) : (
        <Disclosure summary={t('changes', { count: changes.length })}>
          <ChangeTable changes={changes} />
        </Disclosure>
      )}
    </li>
  );
}

/** What was published, newest first, each with what it changed. */
export function VersionsTab({ type }: { type: WholeTypeFragment }) {
  const t = useTranslations('deviceTypes.versions');
  const versions = usePages(DeviceTypeVersionsDocument, { id: type.id }, ({ deviceType }) => deviceType.versions);
  if (versions.isError && !versions.data) return <Failure error={versions.error} onRetry={() => void versions.refetch()} isRetrying={versions.isFetching} />;
  if (!versions.data) return <Skeleton lines={6} />;
  if (versions.nodes.length === 0) return <EmptyState size="inline" title={t('none')} body={t('noneBody')} />;
  return (
    <div className="grid grid-cols-1 gap-4">
      <ul aria-label={t('caption')}>
        {versions.nodes.map((version) => (
          <VersionRow key={version.version} type={type} version={version} />
        ))}
      </ul>
      <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore={versions.hasNextPage} isLoading={versions.isFetchingNextPage} countText={t('shown', { count: versions.nodes.length })} onLoadMore={() => void versions.fetchNextPage()} />
    </div>
  );
}
