'use client';

import NextLink from 'next/link';
import { useState, type ComponentProps } from 'react';

/**
 * A link to another page. What stands there is fetched ahead once a pointer, a finger or the focus is on it, which is when somebody means
 * to go there. By itself Next fetches what is behind every link in sight: 27 requests a page, most of which the server and the api answer
 * for nobody, and which a phone in a workshop waits for.
 */
export function Link(link: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  const [prefetch, setPrefetch] = useState<null | false>(false);
  const andMean =
    <Event,>(hear?: (event: Event) => void) =>
    (event: Event): void => {
      setPrefetch(null);
      hear?.(event);
    };
  return <NextLink {...link} prefetch={prefetch} onPointerEnter={andMean(link.onPointerEnter)} onFocus={andMean(link.onFocus)} />;
}
