import { MINUTE_MS } from '@tenon/kernel';

/**
 * Whether a machine can be heard:
 * - `online`: it spoke a short while ago;
 * - `quiet`: it is connected but has said nothing for a while, or it is not connected and has only just fallen silent;
 * - `offline`: it is not connected, and silent for longer;
 * - `never`: nothing has ever come from it.
 */
export type ConnectionState = 'online' | 'quiet' | 'offline' | 'never';

/** How long silence may last, in milliseconds since the last message. */
export interface SilenceLimits {
  readonly onlineMs: number;
  readonly quietMs: number;
}

/** For machines that send at least every few minutes. */
export const DEFAULT_SILENCE_LIMITS: SilenceLimits = { onlineMs: 5 * MINUTE_MS, quietMs: 30 * MINUTE_MS };

/**
 * A machine's connection state. A machine that sends over HTTP, or connects for each message, is never seen connected, so a recent message alone makes it online.
 * @param lastSeenAtMs when its last message came, `null` if none ever did; a time after `nowMs` counts as just now
 * @param connected whether it holds a connection at this moment
 */
export function connectionState(
  lastSeenAtMs: number | null,
  connected: boolean,
  nowMs: number,
  limits: SilenceLimits = DEFAULT_SILENCE_LIMITS,
): ConnectionState {
  if (lastSeenAtMs === null) return connected ? 'quiet' : 'never';
  const silentMs = nowMs - lastSeenAtMs;
  if (silentMs <= limits.onlineMs) return 'online';
  return connected || silentMs <= limits.quietMs ? 'quiet' : 'offline';
}
