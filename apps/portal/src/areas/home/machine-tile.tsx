'use client';

import { Badge, RelativeTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { MachineTileFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { ConnectionMark } from '../metrics/connection-mark';
import { headlineValues } from '../metrics/metric-values';
import { useMetricName } from '../metrics/use-metric-name';
import { ValueText } from '../metrics/value-text';

const SHOWN = 3;

/** One machine at a glance: what it is doing, its chief numbers, when it was last heard. */
export function MachineTile({ machine }: { machine: MachineTileFragment }) {
  const t = useTranslations('home');
  const frame = useTranslations('frame');
  const locale = useLocale();
  const nameOf = useMetricName();
  const { tenant } = useViewer();
  const values = headlineValues(machine.latestValues, SHOWN);
  return (
    <li className="flex border-r border-b border-line bg-surface">
      <Link href={`/machines/${machine.id}`} className="flex w-full flex-col gap-3 p-4 hover:bg-sunken">
        <span className="flex items-start justify-between gap-2">
          <span className="min-w-0 text-16 font-medium">{machine.name}</span>
          <ConnectionMark connection={machine.connection} values={machine.latestValues} />
        </span>
        <span className="grid flex-1 content-start gap-1">
          {values.length === 0 && <span className="text-13 text-ink-2">{t('noValues')}</span>}
          {values.map(({ series, value }) => (
            <span key={series.id} className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate text-13 text-ink-2">{nameOf(series.key)}</span>
              <span className="tn-num shrink-0 text-16">
                <ValueText value={value} unit={series.unit} />
              </span>
            </span>
          ))}
        </span>
        <span className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-12 text-ink-3">
          {machine.lastSeenAt ? <RelativeTime at={machine.lastSeenAt} locale={locale} timeZone={tenant.timeZone} hasExact /> : <span>{t('neverSeen')}</span>}
          {machine.kind === 'SIMULATED' && <Badge tone="outline">{frame('simulated')}</Badge>}
        </span>
      </Link>
    </li>
  );
}
