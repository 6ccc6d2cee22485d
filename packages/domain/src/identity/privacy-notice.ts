/** The privacy notice as it stands: its version, which a person agrees to, and the day since which it holds. A change of what the notice says is a new version here. */
export const PRIVACY_NOTICE = { version: '1', validFrom: '2026-11-27' } as const;

/** The version of the notice that a person says they have agreed to; null where it is none that there is. */
export function agreedVersion(given: unknown): string | null {
  const number = typeof given === 'string' && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 0;
  return number >= 1 && number <= Number(PRIVACY_NOTICE.version) ? String(number) : null;
}
