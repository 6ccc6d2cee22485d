'use client';
import clsx from 'clsx';
import type { ReactElement } from 'react';
import type { Density } from './column.js';

export interface DensitySwitchProps {
  readonly value: Density;
  readonly onChange: (density: Density) => void;
  readonly label: string;
  readonly comfortableLabel: string;
  readonly compactLabel: string;
}

const LINES: Record<Density, string> = { comfortable: 'M2 4h12M2 12h12', compact: 'M2 3h12M2 6.33h12M2 9.67h12M2 13h12' };

export function DensitySwitch({ value, onChange, label, comfortableLabel, compactLabel }: DensitySwitchProps): ReactElement {
  const names: Record<Density, string> = { comfortable: comfortableLabel, compact: compactLabel };
  return (
    <div role="group" aria-label={label} className="inline-flex rounded border border-line">
      {(['comfortable', 'compact'] as const).map((density) => (
        <button
          key={density}
          type="button"
          aria-label={names[density]}
          title={names[density]}
          aria-pressed={value === density}
          onClick={() => { onChange(density); }}
          className={clsx('grid size-(--tn-control-sm) place-items-center', value === density ? 'bg-sunken text-ink' : 'text-ink-3 hover:text-ink')}
        >
          <svg aria-hidden width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5">
            <path d={LINES[density]} />
          </svg>
        </button>
      ))}
    </div>
  );
}
