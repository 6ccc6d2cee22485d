'use client';

import { PageHeader, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { HistoryImportsDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { ChooseFile } from './choose-file';
import { MachinesLink } from './machines-link';
import { useSend } from './use-send';

/** Tables are much script, and this one stands below what the page is for. */
const ImportTable = dynamic(() => import('./import-table').then(({ ImportTable: Table }) => Table), { ssr: false, loading: () => <Skeleton height={160} /> });

const REFETCH_MS = 5_000;

/** Files of old readings: the way to bring one in, and those that were. */
export function HistoryPage() {
  const t = useTranslations('history');
  const router = useRouter();
  const mayImport = useMay('telemetry:import');
  const send = useSend({ onDone: (id) => router.push(`/machines/history/${id}`) });
  const list = usePages(HistoryImportsDocument, {}, ({ historyImports }) => historyImports, { staleMs: REFETCH_MS });
  const settings = list.data?.pages[0]?.historyImportSettings;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader eyebrow={<MachinesLink />} title={t('title')} answer={t('answer')} />
      {mayImport && (
        <Section title={t('new')} description={t('newBody')}>
          <ChooseFile send={send} maxBytes={settings?.maxBytes} />
        </Section>
      )}
      <Section title={t('list')}>{list.error && !list.data ? <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} /> : <ImportTable list={list} />}</Section>
    </div>
  );
}
