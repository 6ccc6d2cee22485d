import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { TenonMark } from './tenon-mark.js';

export interface WordmarkProps {
  /** The name as this page's readers write it. */
  readonly name: string;
  /** Set after the name in a lighter tone, for example the other script's name. */
  readonly suffix?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly className?: string;
}

const MARK_PX = { sm: 16, md: 24, lg: 32 } as const;
const TEXT = { sm: 'text-14', md: 'text-16', lg: 'text-28' } as const;

export function Wordmark({ name, suffix, size = 'md', className }: WordmarkProps): ReactElement {
  return (
    <span className={clsx('inline-flex items-center gap-2 font-semibold text-ink', TEXT[size], className)}>
      <TenonMark size={MARK_PX[size]} tone="duo" />
      <span className="leading-none">
        {name}
        {suffix !== undefined && <span className="ml-1 font-normal text-ink-3">{suffix}</span>}
      </span>
    </span>
  );
}
