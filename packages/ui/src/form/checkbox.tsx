'use client';
import clsx from 'clsx';
import { useId } from 'react';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { ChoiceText, describedBy } from './choice-text.js';

export interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'size' | 'ref'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly isIndeterminate?: boolean;
  readonly isLabelHidden?: boolean;
  readonly onCheckedChange?: (isChecked: boolean) => void;
}

export function Checkbox(props: CheckboxProps): ReactElement {
  const { id, label, hint, error, isIndeterminate = false, isLabelHidden = false, onCheckedChange, onChange, className, ...rest } = props;
  const ownId = useId();
  const inputId = id ?? ownId;
  const box = (
    <input
      {...rest}
      id={inputId}
      ref={(element) => { if (element) element.indeterminate = isIndeterminate; }}
      type="checkbox"
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy(inputId, hint, error)}
      aria-label={isLabelHidden && typeof label === 'string' ? label : undefined}
      onChange={(event) => {
        onChange?.(event);
        onCheckedChange?.(event.target.checked);
      }}
      className="tn-check"
    />
  );
  if (isLabelHidden) return box;
  return (
    <div className={clsx('flex items-start gap-2.5 max-md:min-h-10 max-md:py-2 [&>.tn-check]:mt-px', className)}>
      {box}
      <ChoiceText id={inputId} label={label} hint={hint} error={error} />
    </div>
  );
}
