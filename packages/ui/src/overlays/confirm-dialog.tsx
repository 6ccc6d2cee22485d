'use client';
import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../buttons/button.js';
import { FieldError } from '../form/field-error.js';
import { TextField } from '../form/text-field.js';
import { Dialog } from './dialog.js';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The act, as a question: "Retire press 04?" */
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** What will be lost, item by item. */
  readonly losses?: { readonly heading: ReactNode; readonly items: readonly ReactNode[] };
  /** Whether, until when and by whose hand it may come back. */
  readonly recovery?: ReactNode;
  /** The deciding button stays asleep until this phrase is typed. */
  readonly typeToConfirm?: { readonly phrase: string; readonly label: ReactNode };
  readonly confirmLabel: ReactNode;
  readonly cancelLabel: ReactNode;
  readonly closeLabel: string;
  readonly tone?: 'danger' | 'primary';
  readonly isPending?: boolean;
  readonly error?: ReactNode;
  readonly onConfirm: () => void;
}

type Losses = NonNullable<ConfirmDialogProps['losses']>;

function LossList({ heading, items }: Losses): ReactElement {
  const id = useId();
  return (
    <div className="border-l-2 border-danger pl-3">
      <p id={id} className="text-13 text-ink-2">
        {heading}
      </p>
      <ul aria-labelledby={id} className="mt-1 space-y-1 text-14">
        {items.map((item, index) => (
          <li key={index} className="flex gap-2 before:mt-[9px] before:h-px before:w-2 before:flex-none before:bg-ink-3">
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Footer(props: ConfirmDialogProps & { readonly isReady: boolean }): ReactElement {
  const { cancelLabel, confirmLabel, tone = 'danger', isPending = false, isReady, onConfirm, onOpenChange } = props;
  return (
    <>
      <Button onClick={() => { onOpenChange(false); }}>{cancelLabel}</Button>
      <Button variant={tone === 'danger' ? 'destroy' : 'primary'} isLoading={isPending} disabled={!isReady} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  );
}

/** Asks before what cannot be taken back: names what is lost, and how it may return. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { isOpen, onOpenChange, title, description, losses, recovery, typeToConfirm, closeLabel, error } = props;
  const [typed, setTyped] = useState('');
  const isReady = typeToConfirm === undefined || typed.trim() === typeToConfirm.phrase;
  const change = (next: boolean): void => {
    setTyped('');
    onOpenChange(next);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={change}
      role="alertdialog"
      size="sm"
      title={title}
      description={description}
      closeLabel={closeLabel}
      footer={<Footer {...props} onOpenChange={change} isReady={isReady} />}
    >
      <div className="space-y-4">
        {losses && <LossList {...losses} />}
        {recovery !== undefined && <p className="text-13 text-ink-2">{recovery}</p>}
        {typeToConfirm && <TextField label={typeToConfirm.label} value={typed} isMono autoComplete="off" spellCheck={false} onChange={(event) => { setTyped(event.target.value); }} />}
        {error !== undefined && <FieldError>{error}</FieldError>}
      </div>
    </Dialog>
  );
}
