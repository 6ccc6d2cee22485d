'use client';

import dynamic from 'next/dynamic';

/** A dialog that asks once more, whose code is fetched when it first opens. Only to be rendered while it is open. */
export const LazyConfirmDialog = dynamic(() => import('./confirm-dialog-now').then(({ ConfirmDialogNow }) => ConfirmDialogNow), { ssr: false });
