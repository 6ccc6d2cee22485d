import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { CloseIcon } from '../icons/actions.js';
import { CALLOUT_LOOK } from './callout.js';
import type { CalloutTone } from './callout.js';

export interface BannerProps {
  readonly tone?: CalloutTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
  readonly dismissLabel?: string;
  readonly className?: string;
}

/** One line across the page, for what holds everywhere: suspended, offline, a trial's last days. */
export function Banner({ tone = 'info', children, action, onDismiss, dismissLabel, className }: BannerProps): ReactElement {
  const look = CALLOUT_LOOK[tone];
  return (
    <div role="status" className={clsx('flex items-center gap-3 border-b px-4 py-2 text-14 md:px-6', look.box, className)}>
      {look.icon}
      <div className="min-w-0 flex-1 text-ink">{children}</div>
      {action}
      {onDismiss && (
        <button type="button" aria-label={dismissLabel} onClick={onDismiss} className="-mr-2 grid size-8 flex-none place-items-center rounded text-ink-2 hover:text-ink max-md:size-10">
          <CloseIcon size={16} />
        </button>
      )}
    </div>
  );
}
