'use client';

import { Num, RelativeTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { bytesText } from '../exit/bytes';
import { useOfficeZone } from '../office/office-context';
import type { Gateway } from './gateway';

type Figures = NonNullable<Gateway['figures']>;

function Figure({ label, children, hint }: { label: string; children: ReactNode; hint?: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd className="mt-0.5 text-14">
        {children}
        {hint}
      </dd>
    </div>
  );
}

/** Below ten a rate has a digit behind the point: one message in five seconds is not none. */
const digits = (rate: number): number => (rate > 0 && rate < 10 ? 1 : 0);

/** What a gateway does just now. */
export function GatewayFiguresList({ of: { connectionCount, messagesPerSecond, pointsPerSecond, refusedCount, refused, waitingMessages, waitingBytes, isHoldingBack, storedAt } }: { of: Figures }) {
  const t = useTranslations('operations.health.gateways');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const rate = (value: number) => <Num value={value} unit={t('perSecond')} precision={digits(value)} locale={locale} />;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-3 xl:grid-cols-[1fr_1fr_1fr_2fr_1.5fr_1fr]">
      <Figure label={t('connections')}>
        <Num value={connectionCount} locale={locale} />
      </Figure>
      <Figure label={t('messages')}>{rate(messagesPerSecond)}</Figure>
      <Figure label={t('points')}>{rate(pointsPerSecond)}</Figure>
      <Figure
        label={t('refused')}
        hint={refused.map(({ code, count }) => (
          <span key={code} className="block font-mono text-12 break-all text-ink-2">
            {code} <span className="whitespace-nowrap">× {count}</span>
          </span>
        ))}
      >
        <Num value={refusedCount} locale={locale} />
      </Figure>
      <Figure label={t('waiting')} hint={isHoldingBack && <span className="block text-12 font-medium text-danger">{t('holding')}</span>}>
        <Num value={waitingMessages} locale={locale} />
        {waitingMessages > 0 && <span className="tn-num ml-2 text-12 text-ink-3">{bytesText(waitingBytes, locale)}</span>}
      </Figure>
      <Figure label={t('stored')}>{storedAt ? <RelativeTime at={storedAt} locale={locale} timeZone={timeZone} /> : <span className="text-ink-3">{t('never')}</span>}</Figure>
    </dl>
  );
}
