'use client';
import clsx from 'clsx';
import { useId } from 'react';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { ChoiceText, describedBy } from './choice-text.js';

export interface SwitchProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'size'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly onCheckedChange?: (isChecked: boolean) => void;
}

/** Takes effect at once; for what is saved with a form, use a Checkbox. */
export function Switch({ id, label, hint, error, onCheckedChange, onChange, className, ...rest }: SwitchProps): ReactElement {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className={clsx('flex items-start gap-3 max-md:min-h-10 max-md:py-2', className)}>
      <ChoiceText id={inputId} label={label} hint={hint} error={error} />
      <input
        {...rest}
        id={inputId}
        type="checkbox"
        role="switch"
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(inputId, hint, error)}
        onChange={(event) => {
          onChange?.(event);
          onCheckedChange?.(event.target.checked);
        }}
        className="tn-switch"
      />
    </div>
  );
}
