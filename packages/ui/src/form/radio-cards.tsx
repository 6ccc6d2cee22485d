'use client';
import clsx from 'clsx';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { FieldError } from './field-error.js';

export interface RadioCard<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** Set at the far end: a price, a count. */
  readonly aside?: ReactNode;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface RadioCardsProps<V extends string> {
  readonly legend: ReactNode;
  readonly name: string;
  readonly options: readonly RadioCard<V>[];
  readonly value?: V;
  readonly defaultValue?: V;
  readonly onValueChange?: (value: V) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly columns?: 1 | 2 | 3;
  readonly isLegendHidden?: boolean;
  readonly className?: string;
}

const COLUMNS = { 1: '', 2: 'md:grid-cols-2', 3: 'md:grid-cols-3' } as const;

function Card<V extends string>({ option, name, group }: { readonly option: RadioCard<V>; readonly name: string; readonly group: RadioCardsProps<V> }): ReactElement {
  const { value, defaultValue, onValueChange } = group;
  const choice = value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value };
  return (
    <label
      className={clsx(
        'relative flex cursor-pointer items-start gap-3 rounded border border-edge bg-surface p-3 hover:border-ink',
        'has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--tn-ink)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-50',
      )}
    >
      <input
        {...choice}
        type="radio"
        name={name}
        value={option.value}
        disabled={option.isDisabled}
        onChange={() => { onValueChange?.(option.value); }}
        className="tn-check mt-px focus-visible:outline-none"
      />
      {option.icon !== undefined && <span className="flex-none text-ink-2">{option.icon}</span>}
      <span className="min-w-0 flex-1">
        <span className="block text-14 font-medium">{option.label}</span>
        {option.description !== undefined && <span className="mt-0.5 block text-13 text-ink-2">{option.description}</span>}
      </span>
      {option.aside !== undefined && <span className="tn-num text-13 text-ink-2">{option.aside}</span>}
    </label>
  );
}

/** One of a few, each with room to say what it means. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>): ReactElement {
  const { legend, name, options, hint, error, columns = 1, isLegendHidden = false, className } = props;
  const id = useId();
  const described = [error === undefined ? '' : `${id}-error`, hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ');
  return (
    <fieldset aria-describedby={described || undefined} className={clsx('min-w-0', className)}>
      <legend className={isLegendHidden ? 'sr-only' : 'mb-1.5 text-13 font-medium'}>{legend}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mb-2 text-13 text-ink-3">
          {hint}
        </p>
      )}
      <div className={clsx('grid grid-cols-1 gap-2', COLUMNS[columns])}>
        {options.map((option) => (
          <Card key={option.value} option={option} name={name} group={props} />
        ))}
      </div>
      {error !== undefined && (
        <div className="mt-1.5">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
