'use client';

import { EmptyState, LinkButton, PageHeader, PlusIcon, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { Link } from '../../frame/link';
import { CampaignsDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { Crumbs } from './crumbs';

/** Tables are much script. */
const CampaignTable = dynamic(() => import('./campaign-table').then(({ CampaignTable: Table }) => Table), { ssr: false, loading: () => <Skeleton height={160} /> });

function Actions() {
  const t = useTranslations('campaigns');
  const mayManage = useMay('campaign:manage');
  return (
    <>
      <LinkButton asChild variant="quiet">
        <Link href="/machines/packages">{t('toPackages')}</Link>
      </LinkButton>
      {mayManage && (
        <LinkButton asChild variant="primary" icon={<PlusIcon size={16} />}>
          <Link href="/machines/campaigns/new">{t('add')}</Link>
        </LinkButton>
      )}
    </>
  );
}

/** Campaigns of the company, and the way to one more. */
export function CampaignsPage() {
  const t = useTranslations('campaigns');
  const list = usePages(CampaignsDocument, {}, ({ campaigns }) => campaigns, { staleMs: 5_000 });
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader eyebrow={<Crumbs />} title={t('title')} answer={t('answer')} actions={<Actions />} />
      {list.error && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : list.data && list.nodes.length === 0 ? (
        <EmptyState title={t('none')} body={t('noneBody')} />
      ) : (
        <CampaignTable list={list} />
      )}
    </div>
  );
}
