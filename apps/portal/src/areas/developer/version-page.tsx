'use client';

import { Callout, EmptyState, ExactTime, LinkButton, PageHeader, Skeleton, StoreIllustration } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { Failure } from '../../errors/failure';
import { useViewer } from '../../viewer/viewer-context';
import type { AppVersion } from './find-version';
import type { VersionFact } from './manifest-view';
import { useOwnVersion } from './use-own-version';
import { useVersionName } from './use-version-name';
import { VersionState } from './version-state';

const ManifestView = dynamic(() => import('./manifest-view').then(({ ManifestView: View }) => View), { loading: () => <Skeleton lines={8} height={28} /> });

function Next({ version }: { version: AppVersion }) {
  const t = useTranslations('developer.version');
  if (version.state === 'REJECTED') {
    return (
      <LinkButton asChild variant="primary">
        <Link href={`/developer/submit?from=${version.id}`}>{t('again')}</Link>
      </LinkButton>
    );
  }
  if (version.state !== 'LISTED') return null;
  return (
    <LinkButton asChild>
      <Link href={`/store/${version.slug}`}>{t('inStore')}</Link>
    </LinkButton>
  );
}

function useTimes({ submittedAt, decidedAt }: AppVersion): VersionFact[] {
  const t = useTranslations('developer.version');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const time = (at: string | null) => (at ? <ExactTime at={at} locale={locale} timeZone={timeZone} precision="minute" /> : '—');
  return [
    { key: 'submitted', term: t('submitted'), detail: time(submittedAt) },
    { key: 'decided', term: t('decided'), detail: time(decidedAt) },
  ];
}

function VersionView({ version }: { version: AppVersion }) {
  const t = useTranslations('developer.version');
  const help = useTranslations('developer.stateHelp');
  const nameOf = useVersionName();
  const times = useTimes(version);
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {t('title', { app: nameOf(version), version: version.version })}
            <VersionState state={version.state} />
          </span>
        }
        answer={help(version.state)}
        actions={<Next version={version} />}
      />
      {version.note && (
        <Callout tone={version.state === 'REJECTED' ? 'danger' : 'info'} title={t('note')}>
          <p className="whitespace-pre-line">{version.note}</p>
        </Callout>
      )}
      <ManifestView json={version.manifest} facts={times} />
    </div>
  );
}

function Missing() {
  const t = useTranslations('developer.version');
  return (
    <EmptyState
      illustration={<StoreIllustration />}
      title={t('missing')}
      body={t('missingBody')}
      action={
        <LinkButton asChild variant="primary">
          <Link href="/developer">{t('toVersions')}</Link>
        </LinkButton>
      }
    />
  );
}

/** One submitted version: where it stands, the reviewer's words, and what was submitted. */
export function VersionPage({ id }: { id: string }) {
  const query = useOwnVersion(id);
  if (query.data) return <VersionView version={query.data} />;
  if (query.data === null) return <Missing />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
  return <Skeleton lines={8} height={28} />;
}
