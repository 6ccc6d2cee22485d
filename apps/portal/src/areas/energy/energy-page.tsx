'use client';

import type { TimeRange } from '@tenon/kernel';
import { GearIcon, LinkButton, PageHeader, Skeleton, type RangeValue } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useMemo, type ReactNode } from 'react';
import { Failure } from '../../errors/failure';
import { PageRange } from '../../frame/page-range';
import { useToast } from '../../frame/toasts';
import { useRange } from '../../frame/use-range';
import { useViewer } from '../../viewer/viewer-context';
import { AppSkeleton } from '../apps/app-skeleton';
import { SubscriptionMenu } from '../apps/subscription-menu';
import { useNow } from '../apps/use-now';
import type { Subscription } from '../apps/use-subscription';
import { useLocalized } from '../store/use-localized';
import { energySettings, type EnergySettings } from './energy-settings';
import { AnswerLine } from './report/answer-line';
import { CalendarSpans } from './report/calendar-spans';
import { ComputingNotice } from './report/computing-notice';
import { isEmptyReport } from './report/energy-answer';
import { nameOfRange, type RangeName } from './report/energy-range';
import { NoResults } from './report/no-results';
import { FIRST_RANGE, reportDays, type ReportDays } from './report/report-input';
import { useEnergyReport, type ShownReport } from './report/use-energy-report';

// The sentence comes first, and with the page; what stands below it follows.
const EnergyResults = dynamic(() => import('./report/energy-results').then(({ EnergyResults: Results }) => Results), { ssr: false, loading: () => <AppSkeleton hasHead={false} /> });

function Head({ subscription, answer }: { subscription: Subscription; answer: ReactNode }) {
  const t = useTranslations('apps');
  const localized = useLocalized();
  return (
    <PageHeader
      title={localized(subscription.app.name)}
      answer={answer}
      actions={
        <>
          <LinkButton asChild icon={<GearIcon size={16} />}>
            <Link href={`/apps/${subscription.id}/setup`}>{t('settings')}</Link>
          </LinkButton>
          <SubscriptionMenu subscription={subscription} />
        </>
      }
    />
  );
}

/** The days of the chosen range; the same object while they are the same days. */
function useDays(value: RangeValue, nowMs: number, timeZone: string): ReportDays {
  const { named, asked } = reportDays(value, nowMs, timeZone);
  return useMemo(
    () => ({ named: { fromMs: named.fromMs, toMs: named.toMs }, asked: { fromMs: asked.fromMs, toMs: asked.toMs } }),
    [named.fromMs, named.toMs, asked.fromMs, asked.toMs],
  );
}

interface BodyProps {
  readonly subscription: Subscription;
  readonly settings: EnergySettings | null;
  readonly timeZone: string;
  readonly name: RangeName;
  readonly answer: ReturnType<typeof useEnergyReport>;
  onChoose(range: TimeRange): void;
}

/** Results, or what stands in their place: a fault, their outline, where else there are some. */
function Body({ subscription, settings, timeZone, name, answer: { query, shown, progress }, onChoose }: BodyProps) {
  if (!shown || !progress) {
    return query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} /> : <AppSkeleton hasHead={false} />;
  }
  if (!isEmptyReport(shown.report)) {
    return <EnergyResults shown={shown} name={name} settings={settings} timeZone={timeZone} isStale={query.isPlaceholderData} onOpen={onChoose} />;
  }
  if (progress.isComputing) return <AppSkeleton hasHead={false} />;
  return <NoResults subscriptionId={subscription.id} progress={progress} timeZone={timeZone} onShow={onChoose} />;
}

/** The sentence once there is something to say, else what the app is for. */
function Answer({ shown, name, isWaiting, app }: { shown: ShownReport | null; name: RangeName; isWaiting: boolean; app: Subscription['app'] }) {
  const localized = useLocalized();
  if (shown && !isEmptyReport(shown.report)) return <AnswerLine shown={shown} name={name} />;
  return isWaiting ? <Skeleton width="70%" height={28} /> : localized(app.summary);
}

/** What the company used, paid and emitted. */
export function EnergyPage({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('energy');
  const toast = useToast();
  const { tenant } = useViewer();
  const settings = useMemo(() => energySettings(subscription.settings), [subscription.settings]);
  const timeZone = settings?.timeZone ?? tenant.timeZone;
  const range = useRange(FIRST_RANGE);
  const nowMs = useNow();
  const { named, asked } = useDays(range.value, nowMs, timeZone);
  const name = useMemo(() => nameOfRange(named, nowMs, timeZone), [named, nowMs, timeZone]);
  const onComputed = (): void => void toast.show({ title: t('computing.done'), tone: 'good' });
  const answer = useEnergyReport({ subscriptionId: subscription.id, asked, named, nowMs, timeZone, onComputed });
  const { query, shown, progress } = answer;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageRange range={range} timeZone={timeZone} />
      <Head subscription={subscription} answer={<Answer shown={shown} name={name} isWaiting={query.isPending} app={subscription.app} />} />
      <CalendarSpans current={name.kind} nowMs={nowMs} timeZone={timeZone} onChoose={range.choose} />
      {progress && <ComputingNotice progress={progress} fromMs={asked.fromMs} toMs={asked.toMs} timeZone={timeZone} />}
      <Body subscription={subscription} settings={settings} timeZone={timeZone} name={name} answer={answer} onChoose={range.choose} />
    </div>
  );
}
