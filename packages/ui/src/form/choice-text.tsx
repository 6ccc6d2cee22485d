import type { ReactElement, ReactNode } from 'react';
import { FieldError } from './field-error.js';

export interface ChoiceTextProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

/** Label, hint and error beside a box or a switch. */
export function ChoiceText({ id, label, hint, error }: ChoiceTextProps): ReactElement {
  return (
    <span className="min-w-0 flex-1">
      <label htmlFor={id} className="block cursor-pointer text-14">
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="mt-0.5 block text-13 text-ink-3">
          {hint}
        </span>
      )}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </span>
  );
}

/** The ids that describe the control. */
export function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  return [error === undefined ? '' : `${id}-error`, hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ') || undefined;
}
