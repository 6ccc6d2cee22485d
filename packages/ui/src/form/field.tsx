'use client';
import clsx from 'clsx';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { FieldError } from './field-error.js';

/** What every field may say about itself. */
export interface FieldTexts {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly isLabelHidden?: boolean | undefined;
  /** Said after the label where a value is not required: fewer marks than a star on everything else. */
  readonly optionalLabel?: ReactNode;
  readonly fieldClassName?: string | undefined;
}

/** What the control must carry so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

const isSaid = (text: ReactNode): boolean => text !== undefined && text !== null && text !== false && text !== '';

/** The parts of a control's props that belong to the field around it, taken out of the rest. */
export function splitFieldTexts<P extends FieldTexts>(props: P): readonly [FieldTexts, Omit<P, keyof FieldTexts>] {
  const { label, hint, error, isLabelHidden, optionalLabel, fieldClassName, ...rest } = props;
  return [{ label, hint, error, isLabelHidden, optionalLabel, fieldClassName }, rest];
}

function partIds(id: string, hint: ReactNode, error: ReactNode): { readonly hintId?: string; readonly errorId?: string; readonly describedBy: string | undefined } {
  const hintId = isSaid(hint) ? `${id}-hint` : undefined;
  const errorId = isSaid(error) ? `${id}-error` : undefined;
  return { hintId, errorId, describedBy: [errorId, hintId].filter(Boolean).join(' ') || undefined };
}

export function Field({ id, label, hint, error, isLabelHidden = false, optionalLabel, fieldClassName, children }: FieldProps): ReactElement {
  const ownId = useId();
  const controlId = id ?? ownId;
  const { hintId, errorId, describedBy } = partIds(controlId, hint, error);
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1.5', fieldClassName)}>
      <label htmlFor={controlId} className={isLabelHidden ? 'sr-only' : 'text-13 font-medium text-ink'}>
        {label}
        {isSaid(optionalLabel) && <span className="ml-1.5 font-normal text-ink-3">{optionalLabel}</span>}
      </label>
      {children({ id: controlId, 'aria-describedby': describedBy, 'aria-invalid': errorId ? true : undefined })}
      {errorId !== undefined && <FieldError id={errorId}>{error}</FieldError>}
      {hintId !== undefined && (
        <p id={hintId} className="text-13 text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
