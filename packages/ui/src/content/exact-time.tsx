import clsx from 'clsx';
import type { ReactElement } from 'react';
import { formatInstant, formatOffset, toMs } from '../format/zone-time.js';
import type { Instant } from '../format/zone-time.js';

export interface ExactTimeProps {
  readonly at: Instant;
  /** Unused by the ISO form itself; kept so that both time components take the same props. */
  readonly locale?: string;
  readonly timeZone: string;
  readonly precision?: 'day' | 'minute' | 'second';
  readonly className?: string;
}

/** `2026-03-01 14:05` in the site's zone, the zone's offset in its title. */
export function ExactTime({ at, timeZone, precision = 'minute', className }: ExactTimeProps): ReactElement {
  const atMs = toMs(at);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={`${timeZone} (${formatOffset(atMs, timeZone)})`} className={clsx('tn-num', className)}>
      {formatInstant(atMs, { timeZone, precision })}
    </time>
  );
}
