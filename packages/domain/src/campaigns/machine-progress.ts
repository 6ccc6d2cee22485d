import type { CampaignKind, MachineUpdateState } from './states.js';

/** Something that a machine said, and when it came. */
export interface ReportedValue {
  readonly value: unknown;
  readonly atMs: number;
}

/** The newest that a machine said of each key, as reading or as attribute. */
export type MachineReport = ReadonlyMap<string, ReportedValue>;

/** What a machine is asked for. */
export type Target = { readonly title: string; readonly version: string } | { readonly values: Readonly<Record<string, unknown>> };

/** Where a machine stands by its own words. */
export interface Progress {
  readonly state: MachineUpdateState;
  /** Why it failed, in its words. */
  readonly words: string | null;
}

/** In which keys machines report updates, as ThingsBoard names them: what is under way, why it failed, what they run. @see https://thingsboard.io/docs/user-guide/ota-updates/ */
export const ATTRIBUTE_KEYS = {
  firmware: { state: 'fw_state', error: 'fw_error', title: 'current_fw_title', version: 'current_fw_version' },
  software: { state: 'sf_state', error: 'sf_error', title: 'current_sf_title', version: 'current_sf_version' },
} as const;

const STATES: Readonly<Record<string, MachineUpdateState>> = { DOWNLOADING: 'downloading', DOWNLOADED: 'downloaded', VERIFIED: 'verified', UPDATING: 'updating', UPDATED: 'updated', FAILED: 'failed' };
const LONGEST_WORDS = 500;

/**
 * What a machine's reports say of an offer; null where it has said nothing of it yet.
 * @param offeredAtMs what came before is of another offer
 * @param isSame whether two values are the same, whatever the order of their keys
 */
export function progressOf(kind: CampaignKind, target: Target, report: MachineReport, { offeredAtMs, isSame }: { readonly offeredAtMs: number; readonly isSame: (a: unknown, b: unknown) => boolean }): Progress | null {
  if ('values' in target) return isTaken(target.values, report, isSame) ? { state: 'updated', words: null } : null;
  return kind === 'configuration' ? null : ofPackage(ATTRIBUTE_KEYS[kind], target, report, offeredAtMs);
}

type Keys = (typeof ATTRIBUTE_KEYS)[keyof typeof ATTRIBUTE_KEYS];
type Package = Exclude<Target, { readonly values: unknown }>;

function ofPackage(keys: Keys, target: Package, report: MachineReport, offeredAtMs: number): Progress | null {
  // What it runs counts for more than what it says it is doing.
  if (isSaid(report, keys.title, target.title) && isSaid(report, keys.version, target.version)) return { state: 'updated', words: null };
  const said = report.get(keys.state);
  if (!said || said.atMs < offeredAtMs) return null;
  const state = STATES[String(said.value).toUpperCase()];
  if (!state) return null;
  if (state === 'failed') return { state, words: wordsOf(report.get(keys.error), offeredAtMs) };
  return state === 'updated' ? unlessOther(keys, report, said) : { state, words: null };
}

const isSaid = (report: MachineReport, key: string, value: string): boolean => report.get(key)?.value === value;

/** That it is updated, unless it says with it, or since, that it runs something else. */
function unlessOther(keys: Keys, report: MachineReport, said: ReportedValue): Progress {
  const [title, version] = [report.get(keys.title), report.get(keys.version)];
  if (version === undefined || version.atMs < said.atMs) return { state: 'updated', words: null };
  return { state: 'failed', words: `${String(title?.value ?? '')} ${String(version.value)}`.trim() };
}

function isTaken(values: Readonly<Record<string, unknown>>, report: MachineReport, isSame: (a: unknown, b: unknown) => boolean): boolean {
  return Object.entries(values).every(([key, value]) => value === null || isSame(report.get(key)?.value, value));
}

function wordsOf(error: ReportedValue | undefined, offeredAtMs: number): string | null {
  return error && error.atMs >= offeredAtMs ? String(error.value).slice(0, LONGEST_WORDS) : null;
}
