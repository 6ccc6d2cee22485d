'use client';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { formatRelative, presentFor, relativeTickMs } from '../format/relative.js';
import { formatInstant, formatOffset, toMs } from '../format/zone-time.js';
import type { Instant } from '../format/zone-time.js';

export interface RelativeTimeProps {
  readonly at: Instant;
  readonly locale: string;
  readonly timeZone: string;
  /** The present as the server saw it, so that the first page agrees with the browser. */
  readonly nowMs?: number;
  /** Sets the exact time beside the relative one. */
  readonly hasExact?: boolean;
  readonly className?: string;
}

/** "3 minutes ago", always with the exact time within reach. */
export function RelativeTime({ at, locale, timeZone, nowMs, hasExact = false, className }: RelativeTimeProps): ReactElement {
  const [seenMs, setSeenMs] = useState(() => nowMs ?? Date.now());
  const atMs = toMs(at);
  useEffect(() => {
    setSeenMs(Date.now());
    const timer = setInterval(() => { setSeenMs(Date.now()); }, relativeTickMs(atMs, Date.now()));
    return () => { clearInterval(timer); };
  }, [atMs]);
  const exact = formatInstant(atMs, { timeZone, precision: 'second' });
  return (
    <time dateTime={new Date(atMs).toISOString()} title={`${exact} ${formatOffset(atMs, timeZone)}`} className={className}>
      <span suppressHydrationWarning className="whitespace-nowrap">{formatRelative(atMs, presentFor(atMs, seenMs), locale)}</span>
      {hasExact && <span className="tn-num ml-2 text-ink-3">{formatInstant(atMs, { timeZone })}</span>}
    </time>
  );
}
