'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { beforeKeyOf } from './before-key';
import type { RangeName } from './energy-range';
import { peakShare } from './energy-answer';
import type { ShownReport } from './use-energy-report';
import { useEnergyWords } from './use-energy-words';

/** Changes below half a percent are none. */
const NO_CHANGE = 0.005;

function changeKind(ratio: number | null): 'none' | 'same' | 'more' | 'less' {
  if (ratio === null) return 'none';
  if (Math.abs(ratio) < NO_CHANGE) return 'same';
  return ratio > 0 ? 'more' : 'less';
}

function useNameFacts(name: RangeName): { kind: string; count: number; month: string; year: string; from: string; to: string } {
  const locale = useLocale();
  const facts = { count: 0, year: '', from: '', to: '', ...name };
  const month =
    name.kind === 'month' ? new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.UTC(name.year, name.month - 1, 1)) : '';
  return { ...facts, month, year: String(facts.year) };
}

const strong = (chunks: ReactNode): ReactNode => <strong className="font-semibold">{chunks}</strong>;

/** The one sentence a person would say about the range. */
export function AnswerLine({ shown, name }: { shown: ShownReport; name: RangeName }) {
  const t = useTranslations('energy');
  const words = useEnergyWords();
  const facts = useNameFacts(name);
  const { report, comparison, change } = shown;
  const peak = peakShare(report);
  const ratio = change?.cost ?? null;
  return t.rich('answer', {
    ...facts,
    b: strong,
    energy: words.energy(report.totals.energyKwh),
    cost: words.cost(report.totals.costMinor),
    change: changeKind(ratio),
    before: comparison ? beforeKeyOf(name, comparison) : 'span',
    percent: words.percent(Math.abs(ratio ?? 0)),
    hasPeak: peak === null ? 'no' : 'yes',
    peak: words.percent(peak ?? 0),
  });
}
