// @ts-check

/** @typedef {import('./arguments.mjs').StepName} StepName */

/** Programs that read the source and ask for nothing but the processor: they take what is left of it while others wait. */
const PATIENT = new Set(/** @type {readonly StepName[]} */ (['static']));
/** Starts no platform either, but its tests have limits of time. */
const SELF_SUFFICIENT = new Set(/** @type {readonly StepName[]} */ (['unit']));

/**
 * What runs from the beginning at the lowest priority, what runs one after the other, and what runs beside the journey that must be alone
 * on its platform: that one waits for restarts half of its time. Asked for without the journeys, everything runs in its own turn.
 * @param {readonly StepName[]} steps
 * @returns {{ whenIdle: readonly StepName[], inTurn: readonly StepName[], beside: readonly StepName[] }}
 */
export function orderOf(steps) {
  if (!steps.includes('e2e')) return { whenIdle: [], inTurn: steps, beside: [] };
  return {
    whenIdle: steps.filter((step) => PATIENT.has(step)),
    inTurn: steps.filter((step) => !PATIENT.has(step) && !SELF_SUFFICIENT.has(step)),
    beside: steps.filter((step) => SELF_SUFFICIENT.has(step)),
  };
}
