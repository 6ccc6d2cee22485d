'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MetricFragment } from '../../generated/documents';
import { colourIndexes } from './metric-choice';
import { LiveRow } from './live-row';
import type { LiveValues } from './use-live-values';

/** On a phone the charts would lie below the fold: the rest of a long list waits behind a button. */
const SHOWN_ON_PHONE = 6;

interface LiveListProps {
  readonly metrics: readonly MetricFragment[];
  readonly live: LiveValues;
  /** Keys of the metrics that are drawn. */
  readonly shown: readonly string[];
  onToggle(key: string): void;
}

/** Every metric with its newest value; a number is drawn or not by pressing it. */
export function LiveList({ metrics, live, shown, onToggle }: LiveListProps) {
  const t = useTranslations('machines.overview');
  const colours = colourIndexes(metrics);
  const [isWhole, setIsWhole] = useState(false);
  const rest = metrics.length - SHOWN_ON_PHONE;
  return (
    <section aria-label={t('now')} className="min-w-0">
      <div className="flex items-baseline justify-between border-b border-ink pb-2">
        <h2 className="text-14 font-semibold">{t('now')}</h2>
        <span className="text-12 text-ink-3">{t('pressToDraw')}</span>
      </div>
      <ul>
        {metrics.map((metric, index) => (
          <LiveRow
            key={metric.id}
            metric={metric}
            reading={live.newest.get(metric.id)}
            colourIndex={colours.get(metric.id)}
            isShown={shown.includes(metric.key)}
            isHiddenOnPhone={!isWhole && index >= SHOWN_ON_PHONE}
            onToggle={() => onToggle(metric.key)}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)} className="min-h-11 w-full text-13 text-ink-2 underline underline-offset-4 lg:hidden">
          {isWhole ? t('fewer') : t('others', { count: rest })}
        </button>
      )}
    </section>
  );
}
