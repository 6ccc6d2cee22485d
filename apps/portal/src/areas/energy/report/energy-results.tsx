'use client';

import { DAY_MS } from '@tenon/kernel';
import { PERIODS, type Period } from '@tenon/domain/energy';
import { Callout } from '@tenon/ui';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { EnergySettings } from '../energy-settings';
import { BandTable } from './band-table';
import { EnergyBars } from './energy-bars';
import { groupDays, type PeriodRow } from './energy-periods';
import { fittingPeriod, type RangeName } from './energy-range';
import { EnergyTiles } from './energy-tiles';
import { HowComputed } from './how-computed';
import { LoadCurve } from './load-curve';
import { PeriodTable } from './period-table';
import type { ShownReport } from './use-energy-report';
import { useEnergyWords } from './use-energy-words';

/** Below this the figures are visibly too low. */
const NEARLY_WHOLE = 0.98;

function usePeriod(fallback: Period): [Period, (period: Period) => void] {
  const asked = useSearchParams().get('period');
  const period = PERIODS.find((each) => each === asked) ?? fallback;
  const choose = (next: Period): void => {
    const query = new URLSearchParams(location.search);
    query.set('period', next);
    history.replaceState(null, '', `?${query.toString()}`);
  };
  return [period, choose];
}

interface EnergyResultsProps {
  readonly shown: ShownReport;
  readonly name: RangeName;
  readonly settings: EnergySettings | null;
  readonly timeZone: string;
  /** The next range's answer is on its way; this one is the former. */
  readonly isStale: boolean;
  onOpen(range: { fromMs: number; toMs: number }): void;
}

function CoverageNotice({ known }: { known: number }) {
  const t = useTranslations('energy');
  const words = useEnergyWords();
  if (known >= NEARLY_WHOLE) return null;
  return <Callout tone="caution">{t('lowCoverage', { share: words.percent(known) })}</Callout>;
}

/** Figures, charts and tables of one range. */
export function EnergyResults({ shown, name, settings, timeZone, isStale, onOpen }: EnergyResultsProps) {
  const { report } = shown;
  const spanMs = Date.parse(report.to) - Date.parse(report.from);
  const [period, setPeriod] = usePeriod(fittingPeriod({ fromMs: 0, toMs: spanMs }));
  const rows = useMemo(() => groupDays(report.periods, period), [report.periods, period]);
  const startOf = useMemo(() => new Map(report.periods.map((day) => [day.startOn, Date.parse(day.from)])), [report.periods]);
  const open = (row: PeriodRow): void => {
    const [fromMs, lastMs] = [startOf.get(row.startOn), startOf.get(row.endOn)];
    // Noon of the last day is in it wherever the clock changes; the page widens to whole days.
    if (fromMs !== undefined && lastMs !== undefined) onOpen({ fromMs, toMs: lastMs + DAY_MS / 2 });
  };
  const day = settings?.day ?? null;
  return (
    <div className={clsx('grid min-w-0 grid-cols-1 gap-10 transition-opacity duration-(--motion-quick)', isStale && 'opacity-60')} aria-busy={isStale}>
      <div className="grid grid-cols-1 gap-4">
        <EnergyTiles shown={shown} name={name} timeZone={timeZone} />
        <CoverageNotice known={shown.known} />
      </div>
      <EnergyBars rows={rows} period={period} onPeriod={setPeriod} onOpen={open} />
      <BandTable report={report} day={day} prices={settings?.prices ?? null} />
      <LoadCurve report={report} day={day} />
      <PeriodTable rows={rows} period={period} />
      <HowComputed shown={shown} settings={settings} timeZone={timeZone} />
    </div>
  );
}
