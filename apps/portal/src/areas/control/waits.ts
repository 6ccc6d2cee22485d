const MINUTE_MS = 60_000;

/** For how long a command may wait for a machine that does not listen, in milliseconds. */
export const WAITS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 1_440 * MINUTE_MS, week: 10_080 * MINUTE_MS } as const;
export type Wait = keyof typeof WAITS;
export const WAIT_NAMES = Object.keys(WAITS) as Wait[];
