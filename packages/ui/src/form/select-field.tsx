'use client';
import clsx from 'clsx';
import type { ChangeEvent, ComponentPropsWithRef, ReactElement } from 'react';
import { ChevronDownIcon } from '../icons/arrows.js';
import { Field, splitFieldTexts } from './field.js';
import type { FieldTexts } from './field.js';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}

export interface SelectFieldProps extends FieldTexts, Omit<ComponentPropsWithRef<'select'>, 'children' | 'multiple'> {
  readonly options: readonly SelectOption[];
  /** The first, empty choice. */
  readonly placeholder?: string;
  readonly onValueChange?: (value: string) => void;
}

/** The browser's own list: right on a phone, quick on a keyboard, nothing to load. */
export function SelectField(props: SelectFieldProps): ReactElement {
  const [texts, { id, options, placeholder, onValueChange, onChange, className, ...rest }] = splitFieldTexts(props);
  const change = (event: ChangeEvent<HTMLSelectElement>): void => {
    onChange?.(event);
    onValueChange?.(event.target.value);
  };
  return (
    <Field id={id} {...texts}>
      {(control) => (
        <span className="relative block">
          <select {...rest} {...control} onChange={change} className={clsx('tn-input truncate pl-3 text-14 max-md:text-16', className)}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isDisabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDownIcon size={16} className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-ink-3" />
        </span>
      )}
    </Field>
  );
}
