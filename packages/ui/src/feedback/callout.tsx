import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { CheckIcon } from '../icons/actions.js';
import { InfoIcon, OfflineIcon, WarningIcon } from '../icons/things.js';

export type CalloutTone = 'info' | 'good' | 'caution' | 'danger' | 'offline';

export interface CalloutProps {
  readonly tone?: CalloutTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** `status` or `alert` where it appears while the page is being read. */
  readonly role?: 'status' | 'alert' | 'note';
  readonly className?: string;
}

export const CALLOUT_LOOK: Record<CalloutTone, { readonly box: string; readonly icon: ReactElement }> = {
  info: { box: 'border-ink-3 bg-sunken', icon: <InfoIcon className="text-ink-2" /> },
  good: { box: 'border-good bg-good-wash', icon: <CheckIcon className="text-good" /> },
  caution: { box: 'border-caution bg-caution-wash', icon: <WarningIcon className="text-caution" /> },
  danger: { box: 'border-danger bg-danger-wash', icon: <WarningIcon className="text-danger" /> },
  offline: { box: 'border-state-offline bg-sunken', icon: <OfflineIcon className="text-ink-2" /> },
};

/** Something the reader of this page should know, beside what it is about. */
export function Callout({ tone = 'info', title, children, action, role = 'note', className }: CalloutProps): ReactElement {
  const look = CALLOUT_LOOK[tone];
  return (
    <div role={role} className={clsx('flex gap-3 border-l-2 py-3 pr-4 pl-3 text-14', look.box, className)}>
      {look.icon}
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-medium text-ink">{title}</p>}
        {children !== undefined && <div className={clsx('text-ink-2', title !== undefined && 'mt-0.5 text-13')}>{children}</div>}
        {action !== undefined && <div className="mt-2.5">{action}</div>}
      </div>
    </div>
  );
}
