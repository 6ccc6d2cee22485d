import { formatInstant } from '@tenon/ui';

/** An instant by this browser's clock: how somebody signs in concerns them, wherever their company is. */
export function ownTime(at: string): string {
  return formatInstant(Date.parse(at), { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
}
