/**
 * What a machine is doing:
 * `running` it moulds; `idle` it is ready and waits (warm-up, break, no operator, no material); `stopped` it is switched off or was stopped on purpose;
 * `fault` an alarm holds it; `changeover` its mould or material is being changed.
 */
export const MACHINE_STATES = ['running', 'idle', 'stopped', 'fault', 'changeover'] as const;

/** One of {@link MACHINE_STATES}. */
export type MachineState = (typeof MACHINE_STATES)[number];

/** Places of the states in {@link MACHINE_STATES}, as a day's plan stores them. */
export const RUNNING = 0;
export const IDLE = 1;
export const STOPPED = 2;
export const FAULT = 3;
export const CHANGEOVER = 4;
