/** Simulation: a small moulding shop (注塑车间) that behaves plausibly, for the demonstration, for trying out, and for tests. It knows no clock and no database. */
export { MACHINE_STATES, type MachineState } from './machine-state.js';
export { MOULDING_METRICS, type MouldingMetric } from './metrics.js';
export { type MouldingMachine, mouldingMachine, type MouldingMachineOptions, SIMULATION_START_MS } from './moulding-machine.js';
export { isPlannedAt, type ShiftPattern } from './plant-calendar.js';
export { MOULDING_PROFILES, type MouldingProfile } from './profiles.js';
export type { MouldingSample, MouldingValues } from './sample.js';
