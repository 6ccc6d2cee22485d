// @ts-check

/** @typedef {import('./arguments.mjs').StepName} StepName */

/** They start no platform and ask for nothing but the processor. */
const SELF_SUFFICIENT = new Set(/** @type {readonly StepName[]} */ (['static', 'unit']));

/**
 * What runs one after the other, and what runs beside the journey that must be alone on its platform: that one waits for
 * restarts half of its time. Asked for without the journeys, everything runs in its own turn.
 * @param {readonly StepName[]} steps
 * @returns {{ inTurn: readonly StepName[], beside: readonly StepName[] }}
 */
export function orderOf(steps) {
  if (!steps.includes('e2e')) return { inTurn: steps, beside: [] };
  return { inTurn: steps.filter((step) => !SELF_SUFFICIENT.has(step)), beside: steps.filter((step) => SELF_SUFFICIENT.has(step)) };
}
