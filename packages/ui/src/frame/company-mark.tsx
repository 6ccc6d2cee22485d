import clsx from 'clsx';
import type { ReactElement } from 'react';
import { Avatar } from './avatar.js';

export interface CompanyMarkProps {
  /** The company's name, by whose initials it goes where it has no logo. */
  readonly name: string;
  /** Where its logo is; undefined without. */
  readonly src?: string | undefined;
  /** Read aloud when given; beside the name the mark is decoration. */
  readonly alt?: string | undefined;
  /** Of its side, in pixels. */
  readonly size?: number;
  readonly className?: string;
}

/** A company's logo on a white ground, as it is on paper, by day and by night; or its initials. */
export function CompanyMark({ name, src, alt = '', size = 28, className }: CompanyMarkProps): ReactElement {
  if (!src) return <Avatar name={name} size={size} {...(className ? { className } : {})} />;
  return <img src={src} alt={alt} width={size} height={size} className={clsx('flex-none rounded border border-line bg-white object-contain p-px', className)} />;
}
