'use client';

import clsx from 'clsx';
import { useId } from 'react';

interface SegmentsProps<Key extends string> {
  readonly label: string;
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly value: Key;
  onChange(key: Key): void;
}

/** One of a few, side by side: how a chart is split, whether it is shown as a table. Arrow keys move, as in any radio group. */
export function Segments<Key extends string>({ label, options, value, onChange }: SegmentsProps<Key>) {
  const name = useId();
  return (
    <fieldset className="inline-flex">
      <legend className="sr-only">{label}</legend>
      <span className="inline-flex divide-x divide-line overflow-hidden rounded border border-line">
        {options.map((option) => (
          <label
            key={option.key}
            className={clsx(
              'grid min-h-(--tn-control-sm) min-w-10 cursor-pointer place-items-center px-2.5 text-13',
              'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus',
              option.key === value ? 'bg-ink font-medium text-on-ink' : 'bg-surface text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            <input type="radio" name={name} value={option.key} checked={option.key === value} onChange={() => onChange(option.key)} className="sr-only" />
            {option.label}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
