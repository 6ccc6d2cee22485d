'use client';

import dynamic from 'next/dynamic';
import type { ListTools as Tools } from './list-tools';

const Now = dynamic(() => import('./list-tools').then(({ ListTools }) => ListTools), { ssr: false }) as unknown as typeof Tools;

/** {@link Tools}, whose code comes when the page already works; its place is kept. */
export const LazyListTools: typeof Tools = (props) => (
  <span className="ml-auto flex min-h-(--tn-control-sm) items-center">
    <Now {...props} />
  </span>
);
