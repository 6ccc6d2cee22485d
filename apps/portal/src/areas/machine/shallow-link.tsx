'use client';

import type { ComponentProps, MouseEvent } from 'react';

/** A link that changes only the address bar's search part: what is shown follows it without asking the server, and "back" leads back. */
export function ShallowLink({ href, onClick, ...rest }: ComponentProps<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented) return;
    event.preventDefault();
    history.pushState(null, '', href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
