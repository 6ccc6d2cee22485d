/** How many times a gateway may fail to tell of itself until it is taken for gone: a busy database or process is late now and then. */
export const MISSED_BEATS = 4;

/**
 * How a gateway stands:
 *
 * - `running`: it has just told of itself.
 * - `stopped`: it was told to end, and said so.
 * - `gone`: it has fallen silent, as one that was killed, has crashed, hangs or no longer reaches the database.
 */
export type GatewayState = 'running' | 'stopped' | 'gone';

/** How a gateway stands. @param silentMs since it last told of itself @param everyMs how often it tells */
export function gatewayState({ isStopped, silentMs, everyMs }: { readonly isStopped: boolean; readonly silentMs: number; readonly everyMs: number }): GatewayState {
  if (isStopped) return 'stopped';
  return silentMs > everyMs * MISSED_BEATS ? 'gone' : 'running';
}
