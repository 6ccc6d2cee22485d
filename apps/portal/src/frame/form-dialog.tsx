'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId, type FormEvent, type ReactNode } from 'react';

interface FormDialogProps {
  readonly title: ReactNode;
  readonly body?: ReactNode;
  /** What sending it does; *save* where nothing is said. */
  readonly submitLabel?: string;
  readonly isDestroying?: boolean;
  readonly isPending: boolean;
  readonly children: ReactNode;
  onSend(form: HTMLFormElement): void;
  onClose(): void;
}

/** A few fields in a dialog, sent by its button or the return key. Only to be rendered while it is open. */
export function FormDialog({ title, body, submitLabel, isDestroying = false, isPending, children, onSend, onClose }: FormDialogProps) {
  const frame = useTranslations('frame');
  const formId = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(event.currentTarget);
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
          <Button type="submit" form={formId} variant={isDestroying ? 'destroy' : 'primary'} isLoading={isPending}>
            {submitLabel ?? frame('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        {children}
      </form>
    </Dialog>
  );
}
