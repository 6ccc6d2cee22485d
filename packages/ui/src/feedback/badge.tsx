import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export type BadgeTone = 'neutral' | 'accent' | 'good' | 'caution' | 'danger' | 'outline';

export interface BadgeProps {
  readonly tone?: BadgeTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

const TONE: Record<BadgeTone, string> = {
  neutral: 'bg-sunken text-ink-2',
  accent: 'bg-accent-wash text-accent-text',
  good: 'bg-good-wash text-good',
  caution: 'bg-caution-wash text-caution',
  danger: 'bg-danger-wash text-danger',
  outline: 'shadow-[inset_0_0_0_1px_var(--tn-line)] text-ink-2',
};

export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps): ReactElement {
  return (
    <span className={clsx('inline-flex min-h-5 items-center gap-1 rounded px-1.5 text-12 font-medium whitespace-nowrap', TONE[tone], className)}>
      {icon}
      {children}
    </span>
  );
}
