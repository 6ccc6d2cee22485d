'use client';

import clsx from 'clsx';
import { useLocale } from 'next-intl';
import type { MachineLedgerQuery } from '../../generated/documents';
import { daysOf, HOUR_MARKS, markOf, type DayOfHours, type HourMark } from './hour-marks';
import { useCompletenessWords } from './use-completeness-words';

type Hours = MachineLedgerQuery['machineCompleteness']['hours'];

/** Each mark has a shape of its own besides its colour: full, framed, half, hatched, low, and nothing. */
const LOOK: Readonly<Record<HourMark, string>> = {
  missing: 'bg-[var(--tn-state-fault)]',
  refused: 'border-2 border-[var(--tn-state-fault)]',
  late: 'bg-[linear-gradient(135deg,var(--tn-state-idle)_50%,transparent_50%)] border border-[var(--tn-state-idle)]',
  away: 'bg-[repeating-linear-gradient(135deg,var(--tn-state-offline)_0_1px,transparent_1px_4px)]',
  whole: 'border-b-4 border-[var(--tn-state-running)]',
  nothing: 'border-b border-line',
};

function Legend() {
  const { t } = useCompletenessWords();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-13 text-ink-2">
      {HOUR_MARKS.map((mark) => (
        <li key={mark} className="inline-flex items-center gap-2">
          <span aria-hidden="true" className={clsx('inline-block size-3', LOOK[mark])} />
          {t(`mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}

function Day({ day: { on, hours }, timeZone }: { day: DayOfHours; timeZone: string }) {
  const { t, count, length } = useCompletenessWords();
  const clock = new Intl.DateTimeFormat(useLocale(), { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const marks = hours.map(markOf);
  const told = HOUR_MARKS.filter((mark) => mark !== 'nothing' && marks.includes(mark)).map((mark) => t('hoursOf', { mark: t(`mark.${mark}`), count: marks.filter((each) => each === mark).length }));
  return (
    <li className="grid grid-cols-[2.5rem_1fr] items-center gap-2">
      <span className="tn-num text-12 text-ink-2">{on.slice(5)}</span>
      <span className="grid grid-cols-[repeat(25,minmax(0,1fr))] gap-px" role="img" aria-label={t('dayLabel', { day: on, told: told.length > 0 ? told.join(t('comma')) : t('mark.nothing') })}>
        {hours.map((hour, place) => (
          <span
            key={hour.at}
            className={clsx('h-4 min-w-0', LOOK[marks[place] ?? 'nothing'])}
            title={t('hourTitle', { hour: clock.format(new Date(hour.at)), kept: count(hour.kept), missing: count(hour.missing), refused: count(hour.refused), late: count(hour.late), repeats: count(hour.repeats), away: length(hour.awayMs) })}
          />
        ))}
      </span>
    </li>
  );
}

/** A month of a machine, an hour a cell, a day a line. */
export function HourGrid({ hours, timeZone }: { hours: Hours; timeZone: string }) {
  return (
    <div className="grid gap-3">
      <Legend />
      <ol className="grid max-w-3xl gap-px">
        {daysOf(hours, timeZone).map((day) => (
          <Day key={day.on} day={day} timeZone={timeZone} />
        ))}
      </ol>
    </div>
  );
}
