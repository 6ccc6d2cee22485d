'use client';

import { PageHeader, Section, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { OtaPackagesDocument, type OtaPackagesQuery } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { bytesText } from '../exit/bytes';
import { Crumbs } from '../campaigns/crumbs';

const PackageTable = dynamic(() => import('./package-table').then(({ PackageTable: Table }) => Table), { ssr: false, loading: () => <Skeleton height={160} /> });
const NewPackage = dynamic(() => import('./new-package').then(({ NewPackage: Form }) => Form), { ssr: false, loading: () => <Skeleton height={240} /> });
const PublicKey = dynamic(() => import('./public-key').then(({ PublicKey: Key }) => Key), { ssr: false, loading: () => <Skeleton height={120} /> });

/** How much of what the plan has room for is taken. */
function Room({ settings: { packages, maxPackages, storedBytes, maxStoredBytes } }: { settings: OtaPackagesQuery['otaSettings'] }) {
  const t = useTranslations('campaigns.packages');
  const locale = useLocale();
  return t('room', { count: String(packages), most: String(maxPackages), used: bytesText(storedBytes, locale), all: bytesText(maxStoredBytes, locale) });
}

/** What machines can be given to run: those that are there, the way to bring one, and how machines check where one is from. */
export function PackagesPage() {
  const t = useTranslations('campaigns.packages');
  const mayManage = useMay('campaign:manage');
  const list = usePages(OtaPackagesDocument, {}, ({ otaPackages }) => otaPackages, { staleMs: 5_000 });
  const settings = list.data?.pages[0]?.otaSettings;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader eyebrow={<Crumbs isWithin />} title={t('title')} answer={t('answer')} />
      <Section title={t('list')} description={settings && <Room settings={settings} />}>{list.error && !list.data ? <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} /> : <PackageTable list={list} />}</Section>
      {mayManage && (
        <Section title={t('new')} description={t('newBody')}>
          <NewPackage maxBytes={settings?.maxBytes} />
        </Section>
      )}
      <Section title={t('key')} description={t('keyBody')}>
        {settings ? <PublicKey settings={settings} /> : <Skeleton lines={3} />}
      </Section>
    </div>
  );
}
