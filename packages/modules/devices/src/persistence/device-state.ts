import { DEFAULT_SILENCE_LIMITS } from '@tenon/domain/devices';

/** The domain's `connectionState`, in SQL, of `device_presence p`; `online` and `quiet` name the parameters that say since when a machine is either. */
export const IN_STATE = (online: string, quiet: string): string => `CASE
    WHEN p.last_seen_at IS NULL THEN CASE WHEN p.is_connected THEN 'quiet' ELSE 'never' END
    WHEN p.last_seen_at >= ${online}::timestamptz THEN 'online'
    WHEN p.is_connected OR p.last_seen_at >= ${quiet}::timestamptz THEN 'quiet'
    ELSE 'offline' END`;

/** Since when a machine is online, and since when quiet. */
export function sinceWhen(now: Date): [online: string, quiet: string] {
  const since = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  return [since(DEFAULT_SILENCE_LIMITS.onlineMs), since(DEFAULT_SILENCE_LIMITS.quietMs)];
}
