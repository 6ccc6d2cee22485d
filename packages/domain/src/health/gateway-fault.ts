/**
 * What can be wrong with a gateway itself, beside what machines send:
 *
 * - `database-away`: the database did not answer.
 * - `database-full`: the database had no room left on its disk, and stored nothing.
 * - `queue-full`: as many messages waited to be stored as may, so the doors took no more for a while.
 * - `memory-guard`: the same, as what waited took up as much memory as it may.
 * - `not-stored`: a message was refused though nothing says that it is wrong.
 * - `not-noted`: something beside the messages was not written down, such as who is connected or what was refused.
 * - `survived`: an error that nobody caught, or that of a packet; the process went on.
 * - `ended`: a process of this gateway ended without saying so.
 * - `name-taken`: another process has this gateway's name, and lives.
 * - `other`: whatever else it logged as an error.
 */
export const GATEWAY_FAULTS = ['database-away', 'database-full', 'queue-full', 'memory-guard', 'not-stored', 'not-noted', 'survived', 'ended', 'name-taken', 'other'] as const;

export type GatewayFaultCode = (typeof GATEWAY_FAULTS)[number];
