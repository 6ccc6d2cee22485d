import { setTimeout as sleep } from 'node:timers/promises';

/** Tries again until `check` no longer throws: for what is written a moment later by design. */
export async function eventually<T>(check: () => Promise<T>, withinMs = 5_000): Promise<T> {
  const untilMs = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > untilMs) throw error;
      await sleep(20);
    }
  }
}
