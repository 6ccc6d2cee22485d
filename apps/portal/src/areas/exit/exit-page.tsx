'use client';

import { DescriptionList, EmptyState, PageHeader, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Failure } from '../../errors/failure';
import { useMay } from '../../viewer/viewer-context';
import { ExportNow } from './export-now';
import { useExports } from './use-exports';

/** Tables are much script, and this one stands below all that the page is for. */
const ExportHistory = dynamic(() => import('./export-history').then(({ ExportHistory: History }) => History), { ssr: false, loading: () => <Skeleton height={120} /> });

const CONTENTS = ['company', 'people', 'machines', 'telemetry', 'apps', 'billing', 'notices', 'audit'] as const;

/** What an export has, and what it never has. */
function Contents() {
  const t = useTranslations('exit.contents');
  return (
    <Section title={t('title')} description={t('body')}>
      <DescriptionList columns={2} items={CONTENTS.map((key) => ({ key, term: t(`${key}.name`), detail: t(`${key}.form`) }))} />
      <p className="mt-4 max-w-prose text-14 text-ink-2">{t('without')}</p>
    </Section>
  );
}

function Exports() {
  const t = useTranslations('exit');
  const { exports, error, retry, isRetrying, request, isRequesting } = useExports();
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader title={t('title')} answer={t('answer')} />
      {error && !exports ? <Failure error={error} onRetry={retry} isRetrying={isRetrying} /> : exports ? <ExportNow newest={exports[0]} isRequesting={isRequesting} onRequest={request} /> : <Skeleton height={48} />}
      <Contents />
      <Section title={t('check')} description={t('checkBody')}>
        <code className="text-13 break-all">npm run verify-bundle -- tenon-….tar.gz</code>
      </Section>
      {!(error && !exports) && (
        <Section title={t('history')}>
          <ExportHistory exports={exports ?? []} isLoading={!exports} />
        </Section>
      )}
    </div>
  );
}

/** Everything the company has, to take along. */
export function ExitPage() {
  const t = useTranslations('exit');
  const mayExport = useMay('tenant:export');
  if (mayExport) return <Exports />;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader title={t('title')} />
      <EmptyState title={t('hidden')} body={t('hiddenBody')} />
    </div>
  );
}
