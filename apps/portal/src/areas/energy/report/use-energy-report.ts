'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useAnswer } from '../../../api/use-answer';
import { useFollow } from '../../../api/use-follow';
import { EnergyBeforeDocument, EnergyReportDocument, EnergyUpdatedDocument, type EnergyProgressFragment } from '../../../generated/documents';
import { changeOf, knownShare, type EnergyChange, type EnergyReport } from './energy-answer';
import { comparisonOf, type Comparison } from './energy-range';
import { reportInput, type ReportDays } from './report-input';

/** New results are asked for no more often than this, however fast they come. */
const CALM_MS = 1_500;

/** A report as the page shows it. */
export interface ShownReport {
  readonly report: EnergyReport;
  /** Part of the time that is over for which there are readings, 0…1. */
  readonly known: number;
  readonly comparison: Comparison | null;
  readonly change: EnergyChange | null;
}

/** Asks again a moment after results changed, and says how far computing has come. */
function useProgress(subscriptionId: string, shown: EnergyProgressFragment | undefined, onDone: () => unknown): EnergyProgressFragment | undefined {
  const cache = useQueryClient();
  const [heard, setHeard] = useState<EnergyProgressFragment>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const done = useEffectEvent(onDone);
  useEffect(() => () => clearTimeout(timer.current), []);
  useFollow(EnergyUpdatedDocument, { subscriptionId }, ({ energyUpdated }) => {
    if ((heard ?? shown)?.isComputing && !energyUpdated.isComputing) done();
    setHeard(energyUpdated);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void cache.invalidateQueries({ queryKey: ['EnergyReport'] });
      void cache.invalidateQueries({ queryKey: ['EnergyBefore'] });
    }, CALM_MS);
  });
  // What was heard is newer than what was read, until it is read again.
  useEffect(() => setHeard(undefined), [shown]);
  return heard ?? shown;
}

interface EnergyReportOptions extends ReportDays {
  readonly subscriptionId: string;
  readonly nowMs: number;
  readonly timeZone: string;
  onComputed(): unknown;
}

/** The report of a range with its fair comparison, kept up to date as results arrive. */
export function useEnergyReport({ subscriptionId, asked, named, nowMs, timeZone, onComputed }: EnergyReportOptions) {
  const query = useAnswer(EnergyReportDocument, { input: reportInput(subscriptionId, asked) }, { isKept: true });
  const comparison = useMemo(() => comparisonOf(named, nowMs, timeZone), [named, nowMs, timeZone]);
  const before = useAnswer(EnergyBeforeDocument, { input: reportInput(subscriptionId, comparison?.before ?? asked) }, { isEnabled: comparison !== null });
  const report = query.data?.energyReport;
  const progress = useProgress(subscriptionId, report?.progress, onComputed);
  const shown = useMemo((): ShownReport | null => {
    if (!report) return null;
    const known = knownShare({ fromMs: Date.parse(report.from), toMs: Date.parse(report.to) }, report.coverage, nowMs);
    const isReady = comparison !== null && before.data !== undefined && !query.isPlaceholderData;
    return { report, known, comparison, change: isReady ? changeOf(report, known, comparison, before.data.energyReport) : null };
  }, [report, nowMs, comparison, before.data, query.isPlaceholderData]);
  return { query, shown, progress };
}
