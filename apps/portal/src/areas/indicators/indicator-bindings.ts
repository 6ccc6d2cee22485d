/** The zone the app cuts days by, kept at its set-up; null before. */
export function zoneOf(settings: unknown): string | null {
  const stored = typeof settings === 'object' && settings !== null ? (settings as { timeZone?: unknown }).timeZone : null;
  return typeof stored === 'string' ? stored : null;
}

/** Which metric each input of an app reads, by the input's key. */
export type Bindings = Readonly<Record<string, string>>;

/** Reads the bindings of a subscription's settings; inputs without one are absent. */
export function bindingsOf(settings: unknown): Bindings {
  const stored = typeof settings === 'object' && settings !== null ? (settings as { bindings?: unknown }).bindings : null;
  if (typeof stored !== 'object' || stored === null) return {};
  const known = Object.entries(stored).filter(([, id]) => typeof id === 'string' || typeof id === 'number');
  return Object.fromEntries(known.map(([input, id]) => [input, String(id)]));
}
