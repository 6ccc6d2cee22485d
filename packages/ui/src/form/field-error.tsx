import type { ReactElement, ReactNode } from 'react';
import { WarningIcon } from '../icons/things.js';

export interface FieldErrorProps {
  readonly id?: string;
  readonly children: ReactNode;
}

/** What is wrong with one field and how to mend it, read aloud when it appears. */
export function FieldError({ id, children }: FieldErrorProps): ReactElement {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-13 text-danger">
      <WarningIcon size={16} className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}
