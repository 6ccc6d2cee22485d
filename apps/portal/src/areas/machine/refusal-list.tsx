'use client';

import { CodeBlock, ExactTime, LoadMore, Section, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { MachineRefusalsDocument, type MachineRefusalsQuery } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { useRefusalWords } from '../refusals/use-refusal-words';

type Refusal = MachineRefusalsQuery['device']['refusals']['nodes'][number];

function RefusalEntry({ refusal }: { refusal: Refusal }) {
  const t = useTranslations('refusals');
  const frame = useTranslations('frame');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const { why, mend } = useRefusalWords()(refusal.code, refusal.details);
  return (
    <li className="grid gap-3 border-b border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="max-w-prose text-14 font-medium">{why}</p>
        <p className="text-12 text-ink-3">
          <ExactTime at={refusal.at} locale={locale} timeZone={timeZone} precision="second" />
        </p>
      </div>
      <p className="max-w-prose text-14 text-ink-2">{mend}</p>
      <p className="flex flex-wrap gap-x-4 text-12 text-ink-3">
        <span>{t('times', { count: refusal.count })}</span>
        <span>{refusal.door.toUpperCase()}</span>
        <code className="font-mono">{refusal.code}</code>
      </p>
      {refusal.sample !== '' && (
        <CodeBlock code={refusal.sample} title={t('sample')} label={t('sampleLabel')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped maxHeight={160} />
      )}
    </li>
  );
}

/** What was refused and why, in plain words, and how to mend it. */
export function RefusalList({ machineId }: { machineId: string }) {
  const t = useTranslations('refusals');
  const list = usePages(MachineRefusalsDocument, { id: machineId }, ({ device }) => device.refusals);
  return (
    <Section title={t('title')} description={t('description')}>
      {list.isPending && <Skeleton lines={4} />}
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} headingLevel={3} />}
      {list.data && list.nodes.length === 0 && (
        <p className="text-14 text-ink-2">
          {t('empty')} {t('emptyBody')}
        </p>
      )}
      {list.nodes.length > 0 && (
        <ul className="border-t border-line">
          {list.nodes.map((refusal) => (
            <RefusalEntry key={refusal.id} refusal={refusal} />
          ))}
        </ul>
      )}
      <LoadMore label={t('load')} loadingLabel={t('loading')} hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />
    </Section>
  );
}
