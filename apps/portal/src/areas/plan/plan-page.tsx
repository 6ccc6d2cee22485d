'use client';

import { EmptyState, PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { CompanyPlanDocument, type PlanViewFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { AgreedChange } from './agreed-change';
import { OffersSection } from './offers-section';
import { UsageChart } from './usage-chart';
import { UsageSection } from './usage-section';
import { usePlanWords } from './use-plan-words';

/** What is counted moves while somebody looks at it. */
const REFRESH_MS = 30_000;

/** The plan in one sentence: what it is, what it costs, and whether anything is at its end. */
function Answer({ view }: { view: PlanViewFragment }) {
  const t = useTranslations('plan');
  const words = usePlanWords();
  const reached = view.usage.filter(({ state }) => state === 'REACHED').length;
  const near = view.usage.filter(({ state }) => state === 'NEAR').length;
  return t('answer', { plan: words.plan(view.plan.id), price: words.money(view.plan.monthlyMinor), isFree: view.plan.monthlyMinor === 0 ? 'yes' : 'no', state: reached > 0 ? 'reached' : near > 0 ? 'near' : 'ok', count: reached || near });
}

function PlanSections({ view }: { view: PlanViewFragment }) {
  return (
    <>
      {view.next && <AgreedChange next={view.next} />}
      <UsageSection view={view} />
      <UsageChart view={view} />
      <OffersSection view={view} />
    </>
  );
}

function Plan() {
  const t = useTranslations('plan');
  const answer = useAnswer(CompanyPlanDocument, {}, { refetchEveryMs: REFRESH_MS });
  const view = answer.data?.companyPlan;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader title={t('title')} answer={view ? <Answer view={view} /> : <Skeleton width={320} height={24} />} />
      {!view && answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />}
      {!view && !answer.isError && <Skeleton lines={12} />}
      {view && <PlanSections view={view} />}
    </div>
  );
}

/** The company's plan, what is used of it, and what another would cost. */
export function PlanPage() {
  const t = useTranslations('plan');
  const mayRead = useMay('billing:read');
  if (mayRead) return <Plan />;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader title={t('title')} />
      <EmptyState title={t('hidden')} body={t('hiddenBody')} />
    </div>
  );
}
