'use client';

import dynamic from 'next/dynamic';

/** The person's menu: drawn by the server, and at work a moment later. */
export const LazyPersonMenu = dynamic(() => import('./person-menu').then(({ PersonMenu }) => PersonMenu));
