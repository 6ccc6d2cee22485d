import type { AnchorHTMLAttributes, ElementType, ReactNode } from 'react';

/** What a link component must accept: `next/link` does, and so does `'a'`. */
export interface LinkComponentProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly children?: ReactNode;
}

/** Frames and lists take the application's own link, so that this package knows no router. */
export type LinkComponent = ElementType<LinkComponentProps>;
