/**
 * What a machine is doing:
 * `running` it moulds; `idle` it is ready and waits (warm-up, break, no operator, no material); `stopped` it is switched off or was stopped on purpose;
 * `fault` an alarm holds it; `changeover` its mould or material is being changed.
 */
export const MACHINE_STATES = ['running', 'idle', 'stopped', 'fault', 'changeover'] as const;

/** One of {@link MACHINE_STATES}. */
export type MachineState = (typeof MACHINE_STATES)[number];

/** Place of `running` in {@link MACHINE_STATES}, as a day's plan stores it. */
export const RUNNING = 0;
/** Place of `idle`. */
export const IDLE = 1;
/** Place of `stopped`. */
export const STOPPED = 2;
/** Place of `fault`. */
export const FAULT = 3;
/** Place of `changeover`. */
export const CHANGEOVER = 4;
