'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId, type FormEvent, type ReactNode } from 'react';
import { FormFault } from '../apps/form-fault';

interface OfficeFormProps {
  readonly title: string;
  readonly body: string;
  readonly change: { readonly isPending: boolean; readonly error: unknown };
  readonly children: ReactNode;
  onSend(): void;
  onClose(): void;
}

/** A few fields about a company, in a dialog. */
export function OfficeForm({ title, body, change, children, onSend, onClose }: OfficeFormProps) {
  const frame = useTranslations('frame');
  const formId = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={title}
      description={body}
      closeLabel={frame('close')}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={change.isPending}>
            {frame('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        <FormFault error={change.error} />
        {children}
      </form>
    </Dialog>
  );
}
