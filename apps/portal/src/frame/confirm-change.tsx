'use client';

import { ConfirmDialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { useFaultLine } from '../errors/use-fault-line';

type Told = 'isOpen' | 'onOpenChange' | 'cancelLabel' | 'closeLabel' | 'isPending' | 'error';

interface ConfirmChangeProps extends Omit<ComponentProps<typeof ConfirmDialog>, Told> {
  /** What is asked about, as it is being made. */
  readonly change: { readonly isPending: boolean; readonly error: unknown };
  onClose(): void;
}

/** Asks once more before something is changed, and says why it could not be. Only to be rendered while it is open. */
export function ConfirmChange({ change, onClose, ...question }: ConfirmChangeProps) {
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
  return (
    <ConfirmDialog
      {...question}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      cancelLabel={frame('cancel')}
      closeLabel={frame('close')}
      isPending={change.isPending}
      error={faultLine(change.error)}
    />
  );
}
