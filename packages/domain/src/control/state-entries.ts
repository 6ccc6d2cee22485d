/** A value that a machine is asked to take. */
export interface DesiredValue {
  readonly key: string;
  /** Null: the machine was told that it is no longer asked for. */
  readonly value: unknown;
  /** The version of the machine's desired state in which it became so. */
  readonly version: bigint;
  readonly at: Date;
}

/** One key of a machine's state: what it is asked to be beside what the machine says it is. */
export interface StateEntry {
  readonly key: string;
  readonly desired: DesiredValue | null;
  /** Undefined where the machine never said. */
  readonly reported: unknown;
  readonly reportedAt: Date | null;
  /** Whether the machine reports what it is asked for; null where nothing is asked. */
  readonly isApplied: boolean | null;
}

/** Whether two JSON values are the same, whatever the order of keys: machines write their own. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}

/**
 * A machine's state key by key, in alphabetical order: what it is asked for and what it reports.
 * @param reported what the machine said of itself, by key
 * @param reportedAtMs when it said each, milliseconds since the epoch; what it said before times were kept has none
 */
export function stateEntries(desired: readonly DesiredValue[], reported: Readonly<Record<string, unknown>>, reportedAtMs: Readonly<Record<string, number>>): StateEntry[] {
  const wanted = new Map(desired.filter(({ value }) => value !== null).map((one) => [one.key, one]));
  const keys = [...new Set([...wanted.keys(), ...Object.keys(reported)])].toSorted();
  return keys.map((key) => {
    const asked = wanted.get(key) ?? null;
    const said = Object.hasOwn(reported, key) ? reported[key] : undefined;
    const saidAtMs = Object.hasOwn(reportedAtMs, key) ? reportedAtMs[key] : undefined;
    return { key, desired: asked, reported: said, reportedAt: saidAtMs === undefined ? null : new Date(saidAtMs), isApplied: asked && isSame(asked.value, said) };
  });
}

/**
 * Of the values that are wanted, those that are not asked for already; each key once, the last counting.
 * @param wanted by key; null for what is to be asked no more
 */
export function changedValues(desired: readonly DesiredValue[], wanted: readonly (readonly [key: string, value: unknown])[]): (readonly [key: string, value: unknown])[] {
  const asked = new Map(desired.map(({ key, value }) => [key, value]));
  return [...new Map(wanted)].filter(([key, value]) => !isSame(asked.get(key) ?? null, value));
}
