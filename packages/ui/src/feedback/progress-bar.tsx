import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null while nobody knows how far. */
  readonly value: number | null;
  /** "3 of 12 files": how far, in words. */
  readonly valueText?: string;
  readonly hint?: ReactNode;
  readonly tone?: 'ink' | 'good' | 'danger';
  readonly isLabelHidden?: boolean;
  readonly className?: string;
}

const FILL = { ink: 'bg-ink', good: 'bg-good', danger: 'bg-danger' } as const;

export function ProgressBar({ label, value, valueText, hint, tone = 'ink', isLabelHidden = false, className }: ProgressBarProps): ReactElement {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className={className}>
      {!isLabelHidden && (
        <div className="mb-1.5 flex items-baseline justify-between gap-4 text-13">
          <span className="font-medium">{label}</span>
          {valueText !== undefined && <span className="tn-num text-ink-2">{valueText}</span>}
        </div>
      )}
      <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={valueText} className="h-1 overflow-hidden rounded bg-line">
        <div
          className={clsx('h-full rounded forced-color-adjust-none', FILL[tone], percent === undefined ? 'tn-travel w-1/3' : 'transition-[width] duration-(--motion-calm)')}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
      {hint !== undefined && <p className="mt-1.5 text-13 text-ink-3">{hint}</p>}
    </div>
  );
}
