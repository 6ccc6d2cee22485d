'use client';

import { Button, ChartIllustration, EmptyState, GearIcon, LinkButton, PageHeader, Skeleton, numberText, type RangeValue } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { PageRange } from '../../frame/page-range';
import { useRange } from '../../frame/use-range';
import { IndicatorReportDocument, type IndicatorReportQuery } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { AppSkeleton } from '../apps/app-skeleton';
import { SubscriptionMenu } from '../apps/subscription-menu';
import { useNow } from '../apps/use-now';
import type { Subscription } from '../apps/use-subscription';
import { energyRange } from '../energy/report/energy-range';
import { useLocalized } from '../store/use-localized';
import { zoneOf } from './indicator-bindings';
import { dayKind, lastDayOf } from './indicator-days';

const IndicatorResults = dynamic(() => import('./indicator-results').then(({ IndicatorResults: Results }) => Results), { ssr: false, loading: () => <AppSkeleton hasHead={false} /> });

const FIRST_RANGE: RangeValue = { preset: '30d' };
/** The api answers at most 400 days. */
const MOST_MS = 400 * 86_400_000;
const REFRESH_MS = 60_000;

type Report = IndicatorReportQuery['indicatorReport'];

interface AnswerProps {
  readonly app: Subscription['app'];
  readonly report: Report;
  readonly nowMs: number;
}

/** The figures of the last day in one sentence. */
function Answer({ app, report, nowMs }: AnswerProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const localized = useLocalized();
  const last = lastDayOf(report.rows);
  if (!last) return t('noData');
  const figures = app.indicators.flatMap(({ label, unit }, index) => {
    const value = last.values[index];
    return value === null || value === undefined ? [] : [t('figure', { label: localized(label), value: numberText(value, { locale, unit: unit ?? undefined }) })];
  });
  const list = new Intl.ListFormat(locale).format(figures);
  return t('answer', { kind: dayKind(last.on, nowMs, report.timeZone), day: last.on, list });
}

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

function Nothing({ onWiden }: { onWiden(): void }) {
  const t = useTranslations('indicators.empty');
  return <EmptyState illustration={<ChartIllustration />} title={t('title')} body={t('body')} action={<Button onClick={onWiden}>{t('wider')}</Button>} />;
}

function useReport(subscription: Subscription) {
  const { tenant } = useViewer();
  const range = useRange(FIRST_RANGE);
  const nowMs = useNow();
  const timeZone = zoneOf(subscription.settings) ?? tenant.timeZone;
  const { fromMs, toMs } = energyRange(range.value, nowMs, timeZone);
  const input = { subscriptionId: subscription.id, from: new Date(Math.max(fromMs, toMs - MOST_MS)).toISOString(), to: new Date(toMs).toISOString() };
  const query = useAnswer(IndicatorReportDocument, { input }, { isKept: true, refetchEveryMs: REFRESH_MS });
  return { range, nowMs, query, report: query.data?.indicatorReport, timeZone };
}

/** Daily figures of an app of indicators. */
export function IndicatorsPage({ subscription }: { subscription: Subscription }) {
  const { range, nowMs, query, report, timeZone } = useReport(subscription);
  const { app } = subscription;
  const body = (): ReactNode => {
    if (!report) return query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} /> : <AppSkeleton hasHead={false} />;
    if (!lastDayOf(report.rows)) return <Nothing onWiden={() => range.choose(FIRST_RANGE)} />;
    return <IndicatorResults subscription={subscription} report={report} isStale={query.isPlaceholderData} />;
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageRange range={range} timeZone={timeZone} />
      <Head subscription={subscription} answer={report ? <Answer app={app} report={report} nowMs={nowMs} /> : <Skeleton width="60%" height={28} />} />
      {body()}
    </div>
  );
}
