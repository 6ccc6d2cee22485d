'use client';
import clsx from 'clsx';
import type { KeyboardEvent, ReactElement } from 'react';
import { CheckIcon } from '../icons/actions.js';
import { RANGE_PRESETS } from './range.js';
import type { RangePreset } from './range.js';

export interface PresetListProps {
  readonly label: string;
  readonly current: RangePreset | undefined;
  readonly names: Readonly<Record<RangePreset, string>>;
  readonly onChoose: (preset: RangePreset) => void;
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/** Tab stops at the chosen one, arrows walk the list. */
export function PresetList({ label, current, names, onChoose }: PresetListProps): ReactElement {
  return (
    <div role="group" aria-label={label} onKeyDown={walk} className="flex flex-col gap-0.5">
      {RANGE_PRESETS.map((preset) => (
        <button
          key={preset}
          type="button"
          aria-pressed={preset === current}
          tabIndex={preset === (current ?? RANGE_PRESETS[0]) ? 0 : -1}
          onClick={() => { onChoose(preset); }}
          className={clsx(
            'flex min-h-(--tn-control-sm) items-center justify-between gap-4 rounded px-2 text-left text-14 whitespace-nowrap hover:bg-hover',
            preset === current ? 'font-medium' : 'text-ink-2',
          )}
        >
          {names[preset]}
          {preset === current && <CheckIcon size={16} />}
        </button>
      ))}
    </div>
  );
}
