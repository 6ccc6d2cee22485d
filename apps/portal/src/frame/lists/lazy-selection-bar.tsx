'use client';

import dynamic from 'next/dynamic';
import type { SelectionBar as Bar } from './selection-bar';

const Now = dynamic(() => import('./selection-bar').then(({ SelectionBar }) => SelectionBar), { ssr: false }) as unknown as typeof Bar;

/** {@link Bar}, whose code is fetched when something is chosen first. */
export const LazySelectionBar: typeof Bar = (props) => (props.selection.selected.size > 0 ? <Now {...props} /> : null);
