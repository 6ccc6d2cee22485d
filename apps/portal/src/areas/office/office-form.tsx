'use client';

import type { ReactNode } from 'react';
import { FormDialog } from '../../frame/form-dialog';
import { FormFault } from '../apps/form-fault';

interface OfficeFormProps {
  readonly title: string;
  readonly body: string;
  /** What sending it does; *save* where nothing is said. */
  readonly submitLabel?: string;
  readonly change: { readonly isPending: boolean; readonly error: unknown };
  readonly children: ReactNode;
  onSend(form: HTMLFormElement): void;
  onClose(): void;
}

/** A few fields about a company, in a dialog. */
export function OfficeForm({ change, children, ...dialog }: OfficeFormProps) {
  return (
    <FormDialog {...dialog} isPending={change.isPending}>
      <FormFault error={change.error} />
      {children}
    </FormDialog>
  );
}
