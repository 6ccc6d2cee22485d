'use client';

import { Button, Callout, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';

/** What is asked before a secret is made. */
interface Asked {
  readonly title: string;
  readonly makeLabel: string;
  readonly isPending: boolean;
  /** The form, which goes by this id: its button stands in the dialog's foot. */
  form(id: string): ReactNode;
}

/** A secret, as it is shown. */
interface Shown {
  readonly title: string;
  /** That nobody sees it again. */
  readonly once: string;
  /** On the button of who has kept it. */
  readonly keptLabel: string;
  readonly size?: 'md' | 'lg';
  readonly content: ReactNode;
}

type OnceDialogProps = { onClose(): void } & ({ readonly shown: Shown } | { readonly asked: Asked; readonly shown: Shown | null });

/** Makes a secret, where it is not made yet, and shows it this once: one dialog, so that whoever closes it is back at the button that they pressed. Only to be rendered while it is open. */
export function OnceDialog({ onClose, ...props }: OnceDialogProps) {
  const frame = useTranslations('frame');
  const formId = useId();
  const { shown } = props;
  if (shown) {
    return (
      <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} size={shown.size ?? 'md'} title={shown.title} closeLabel={frame('close')} footer={<Button variant="primary" onClick={onClose}>{shown.keptLabel}</Button>}>
        <div className="grid gap-5">
          <Callout tone="caution">{shown.once}</Callout>
          {shown.content}
        </div>
      </Dialog>
    );
  }
  if (!('asked' in props)) return null;
  const { title, makeLabel, isPending, form } = props.asked;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isPending}>
            {makeLabel}
          </Button>
        </>
      }
    >
      {form(formId)}
    </Dialog>
  );
}
