'use client';

import { StateMark } from '@tenon/ui';
import type { MetricFragment } from '../../generated/documents';
import { machineStateOf } from '../metrics/machine-state';
import { useMetricName } from '../metrics/use-metric-name';
import { useStateWords } from '../metrics/use-state-words';
import { TypedValue } from './typed-value';
import type { Reading } from './use-live-values';

interface LiveRowProps {
  readonly metric: MetricFragment;
  readonly reading: Reading | undefined;
  /** Absent where no line can be drawn of it. */
  readonly colourIndex: number | undefined;
  readonly isShown: boolean;
  readonly isHiddenOnPhone: boolean;
  onToggle(): void;
}

function NewestValue({ reading, metric: { key, unit } }: { reading: Reading | undefined; metric: MetricFragment }) {
  const stateWords = useStateWords();
  if (!reading) return <span className="text-ink-3">—</span>;
  const state = machineStateOf(reading.value);
  if (state) return <StateMark state={state} label={stateWords[state]} size="sm" />;
  return (
    <span key={`${reading.at}${String(reading.value)}`} className="tn-num tn-value-enter inline-block text-16">
      <TypedValue metricKey={key} value={reading.value} unit={unit} />
    </span>
  );
}

/** One metric and its newest value. */
export function LiveRow({ metric, reading, colourIndex, isShown, isHiddenOnPhone, onToggle }: LiveRowProps) {
  const nameOf = useMetricName();
  const content = (
    <>
      <span
        aria-hidden="true"
        className="h-3 w-1 flex-none rounded-full"
        style={{ background: isShown && colourIndex ? `var(--tn-chart-${colourIndex})` : 'transparent' }}
      />
      <span className="min-w-0 flex-1 truncate text-left text-13" title={metric.key}>
        {nameOf(metric.key)}
      </span>
      <span className="min-w-0 max-w-[60%] flex-none truncate text-right">
        <NewestValue reading={reading} metric={metric} />
      </span>
    </>
  );
  const row = 'flex min-h-10 w-full items-center gap-2 py-1 pr-1';
  return (
    <li className={`border-b border-line ${isHiddenOnPhone ? 'max-lg:hidden' : ''}`}>
      {colourIndex === undefined ? (
        <div className={row}>{content}</div>
      ) : (
        <button type="button" aria-pressed={isShown} onClick={onToggle} className={`${row} hover:bg-hover ${isShown ? '' : 'text-ink-2'}`}>
          {content}
        </button>
      )}
    </li>
  );
}
