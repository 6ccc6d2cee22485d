'use client';

import dynamic from 'next/dynamic';

/** {@link PaletteButton}, whose code comes when the page already works; its place is kept. */
export const LazyPaletteButton = dynamic(() => import('./palette-button').then(({ PaletteButton }) => PaletteButton), {
  ssr: false,
  loading: () => <span className="size-(--tn-control) flex-none" />,
});
