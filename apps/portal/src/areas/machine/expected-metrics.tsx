'use client';

import type { TypeMetric } from '@tenon/domain/device-types';
import { Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMetricName } from '../metrics/use-metric-name';

/** What the machine's type expects and it has never sent: often a key that is spelt another way. */
export function ExpectedMetrics({ metrics }: { metrics: readonly TypeMetric[] }) {
  const t = useTranslations('machines.type');
  const nameOf = useMetricName();
  if (metrics.length === 0) return null;
  return (
    <Section title={t('expected', { count: metrics.length })}>
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {metrics.map(({ key, unit }) => (
          <li key={key} className="flex items-baseline justify-between gap-4 border-t border-line py-2 text-14">
            <span className="grid min-w-0">
              <span className="text-ink-2">{nameOf(key)}</span>
              {nameOf(key) !== key && <span className="font-mono text-12 break-all text-ink-3">{key}</span>}
            </span>
            {unit && <span className="flex-none text-13 text-ink-3">{unit}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
