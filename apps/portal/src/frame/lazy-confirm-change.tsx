'use client';

import dynamic from 'next/dynamic';

/** {@link ConfirmChange}, whose code is fetched when it first opens. */
export const LazyConfirmChange = dynamic(() => import('./confirm-change').then(({ ConfirmChange }) => ConfirmChange), { ssr: false });
