'use client';

import type { TimeRange } from '@tenon/kernel';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { CALENDAR_SPANS, calendarRange, type CalendarSpan } from './energy-range';

interface CalendarSpansProps {
  readonly current: string;
  readonly nowMs: number;
  readonly timeZone: string;
  onChoose(range: TimeRange): void;
}

/** Short cuts of the range picker: bills are by the calendar. */
export function CalendarSpans({ current, nowMs, timeZone, onChoose }: CalendarSpansProps) {
  const t = useTranslations('energy.spans');
  const choose = (span: CalendarSpan): void => onChoose(calendarRange(span, nowMs, timeZone));
  return (
    <div role="group" aria-label={t('label')} className="-mx-4 flex gap-1 overflow-x-auto px-4 md:mx-0 md:flex-wrap md:px-0">
      {CALENDAR_SPANS.map((span) => (
        <button
          key={span}
          type="button"
          aria-pressed={span === current}
          onClick={() => choose(span)}
          className={clsx(
            'min-h-(--tn-control-sm) flex-none rounded border px-2.5 text-13 whitespace-nowrap',
            span === current ? 'border-ink bg-ink font-medium text-on-ink' : 'border-line bg-surface text-ink-2 hover:border-edge hover:text-ink',
          )}
        >
          {t(span)}
        </button>
      ))}
    </div>
  );
}
