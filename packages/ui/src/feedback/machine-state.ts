/** What a machine can be in, in the order in which they are always listed. */
export const MACHINE_STATES = ['running', 'idle', 'changeover', 'stopped', 'fault', 'offline'] as const;
export type MachineState = (typeof MACHINE_STATES)[number];
