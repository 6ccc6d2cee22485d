'use client';

import { Skeleton, TabLinks } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { DeviceTypeDocument, type WholeTypeFragment } from '../../generated/documents';
import { ShallowLink } from '../machine/shallow-link';
import { ModelTab } from './model-tab';
import { TypeHeader } from './type-header';

const waiting = () => <Skeleton lines={8} />;
const VersionsTab = dynamic(() => import('./versions-tab').then(({ VersionsTab: Tab }) => Tab), { loading: waiting });
const MachinesTab = dynamic(() => import('./machines-tab').then(({ MachinesTab: Tab }) => Tab), { loading: waiting });

const TABS = ['model', 'versions', 'machines'] as const;
type Tab = (typeof TABS)[number];

function TypeTabs({ type, tab }: { type: WholeTypeFragment; tab: Tab }) {
  const t = useTranslations('deviceTypes.type.tabs');
  const counts: Partial<Record<Tab, number>> = { versions: type.published?.version ?? 0, machines: type.machineCount };
  return <TabLinks label={t('label')} linkComponent={ShallowLink} items={TABS.map((key) => ({ key, label: t(key), href: `?tab=${key}`, isCurrent: key === tab, count: counts[key] }))} />;
}

/** One device type: what it says, its versions, the machines that have it. */
export function TypePage({ id }: { id: string }) {
  const t = useTranslations('deviceTypes');
  const asked = useSearchParams().get('tab');
  const tab = TABS.find((name) => name === asked) ?? 'model';
  const answer = useAnswer(DeviceTypeDocument, { id });
  if (!answer.data) {
    if (!answer.isError) return <Skeleton lines={10} />;
    return (
      <>
        <h1 className="sr-only">{t('title')}</h1>
        <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />
      </>
    );
  }
  const type = answer.data.deviceType;
  return (
    <div className="grid grid-cols-1 gap-6">
      <TypeHeader type={type} />
      <TypeTabs type={type} tab={tab} />
      {tab === 'model' && <ModelTab type={type} />}
      {tab === 'versions' && <VersionsTab type={type} />}
      {tab === 'machines' && <MachinesTab type={type} />}
    </div>
  );
}
