import { setTimeout } from 'node:timers/promises';

/** Rests as long as the work took that began at `beganMs` of `performance.now()`, so that it never takes more than half a processor from what is being stored; less where `signal` ends it. */
export async function restAfter(beganMs: number, signal: AbortSignal): Promise<void> {
  await setTimeout(performance.now() - beganMs, undefined, { signal }).catch(() => undefined);
}
