/**
 * What became of a command, in the order in which it goes:
 * - `queued`: it waits until the machine listens;
 * - `sent`: it was handed to the machine's connection, and nothing says yet that it arrived;
 * - `delivered`: the machine's side acknowledged it (QoS 1 or 2, or the request that fetched it over HTTP);
 * - `answered`: the machine answered;
 * - `timed-out`: it was sent, and neither acknowledged nor answered in time;
 * - `expired`: the machine did not listen for as long as the command was worth carrying out;
 * - `cancelled`: a person took it back while it waited;
 * - `failed`: the machine refused it, or can never take it, as it is larger than the machine allows.
 */
export const COMMAND_STATES = ['queued', 'sent', 'delivered', 'answered', 'timed-out', 'expired', 'cancelled', 'failed'] as const;
export type CommandState = (typeof COMMAND_STATES)[number];

/**
 * The state as it is at an instant. Time moves a command too, and whoever looks must not see what was true before somebody wrote it down.
 * @param dueAtMs when time moves it on, milliseconds since the epoch; null where time moves it no more
 */
export function commandStateAt(state: CommandState, dueAtMs: number | null, nowMs: number): CommandState {
  if (dueAtMs === null || nowMs < dueAtMs) return state;
  return state === 'queued' ? 'expired' : 'timed-out';
}
