'use client';

import { Callout, numberText } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { PlanStatesDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';

const LateCallout = dynamic(() => import('./late-callout').then(({ LateCallout: Late }) => Late), { ssr: false });

const REFRESH_MS = 60_000;

function States() {
  const t = useTranslations('home.quota');
  const locale = useLocale();
  const usage = useAnswer(PlanStatesDocument, {}, { refetchEveryMs: REFRESH_MS }).data?.companyPlan.usage ?? [];
  const shown = usage.filter(({ state }) => state !== 'OK');
  if (shown.length === 0) return null;
  const count = (value: number): string => numberText(value, { locale, scale: 'cjk', precision: 2, minPrecision: 0 });
  return (
    <div className="grid gap-3">
      {shown.map(({ meter, used, limit, state }) => {
        const isReached = state === 'REACHED';
        return (
          <Callout
            key={meter}
            tone={isReached ? 'danger' : 'caution'}
            title={t(isReached ? 'reached' : 'near', { meter, used: count(used), limit: count(limit) })}
            action={
              <Link href="/settings/plan" className="text-13 underline underline-offset-4">
                {t('open')}
              </Link>
            }
          >
            {isReached ? t('reachedBody', { meter }) : undefined}
          </Callout>
        );
      })}
    </div>
  );
}

/** What is not paid in time, and what of the plan is at its end or near it, for whoever may read bills. */
export function QuotaCallouts() {
  if (!useMay('billing:read')) return null;
  return (
    <>
      <LateCallout />
      <States />
    </>
  );
}
