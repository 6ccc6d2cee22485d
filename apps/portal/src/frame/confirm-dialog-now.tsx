'use client';

import { ConfirmDialog } from '@tenon/ui';
import type { ComponentProps } from 'react';

/** The dialog itself, in a piece of code of its own. */
export function ConfirmDialogNow(props: ComponentProps<typeof ConfirmDialog>) {
  return <ConfirmDialog {...props} />;
}
