import type { SystemTx } from '@tenon/db';
import { FLAG_KEYS, isFlagKey, type FlagKey, type FlagSettings } from '@tenon/domain/flags';
import { listDecisions, listShares } from '../persistence/flag.repository.js';

/** What was set of every flag. */
export type KnownFlags = ReadonlyMap<FlagKey, FlagSettings>;

/** Reads what was set of every flag that there is; what an earlier release knew is passed over. */
export async function readFlags(tx: SystemTx): Promise<KnownFlags> {
  const shares = await listShares(tx);
  const overrides = new Map(FLAG_KEYS.map((key) => [key, new Map<string, boolean>()]));
  for (const { key, companyId, isOn } of await listDecisions(tx)) if (isFlagKey(key)) overrides.get(key)?.set(companyId, isOn);
  return new Map(FLAG_KEYS.map((key) => [key, { sharePercent: shares.get(key) ?? null, overrides: overrides.get(key) ?? new Map<string, boolean>() }]));
}
