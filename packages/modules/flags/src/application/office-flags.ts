import { Injectable } from '@nestjs/common';
import { FLAG_CHANNEL } from '@tenon/contracts/wire';
import { SystemDb, type SystemTx } from '@tenon/db';
import { FLAG_KEYS, flagStanding, isFlagKey, readReason, readShare, UNSET, type FlagKey, type FlagSettings } from '@tenon/domain/flags';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, notFound, tenantId } from '@tenon/kernel';
import { insertFlagChange, listFlagChanges, type FlagChangeRow } from '../persistence/flag-change.repository.js';
import { dropOverride, listCompanyIds, listOverrides, lockFlags, putOverride, putShare, type OverrideRow } from '../persistence/flag.repository.js';
import { readFlags } from './known-flags.js';

/** One flag as the office sees it. */
export interface FlagView {
  readonly key: FlagKey;
  readonly sharePercent: number | null;
  /** For how many companies it is on, of how many. */
  readonly onCount: number;
  readonly companyCount: number;
  readonly overrides: readonly OverrideRow[];
  readonly changes: readonly FlagChangeRow[];
}

/** Beyond this a share, or another default, says better what is meant. */
const MOST_OVERRIDES = 200;

const knownKey = (key: string): FlagKey => {
  if (!isFlagKey(key)) throw notFound('FLAG.NOT_FOUND', 'There is no such flag.');
  return key;
};

/** Reads flags for the office, and sets them for a company or for a share of companies. Running processes know within a second. */
@Injectable()
export class OfficeFlags {
  constructor(private readonly db: SystemDb) {}

  list(staff: StaffActor): Promise<FlagView[]> {
    return this.db.runAs(staff, 'office: feature flags', async (tx) => {
      const [known, companies] = [await readFlags(tx), await listCompanyIds(tx)];
      const views: FlagView[] = [];
      for (const key of FLAG_KEYS) views.push(await view(tx, key, known.get(key) ?? UNSET, companies));
      return views;
    });
  }

  /** @throws AppError (not-found) FLAG.NOT_FOUND */
  get(staff: StaffActor, key: string): Promise<FlagView> {
    return this.db.runAs(staff, 'office: a feature flag', (tx) => one(tx, knownKey(key)));
  }

  /**
   * Sets a flag for one company, or takes that away with `isOn` null, in the company's trail. Repeating it changes nothing more, and is on record again.
   * @throws AppError (not-found) FLAG.NOT_FOUND, TENANT.NOT_FOUND; (invalid) FLAG.REASON; (conflict) FLAG.TOO_MANY_OVERRIDES
   */
  setForCompany(staff: StaffActor, said: { key: string; companyId: string; isOn: boolean | null; reason: string }): Promise<FlagView> {
    const [key, reason, { companyId, isOn }] = [knownKey(said.key), readReason(said.reason), said];
    return this.change(staff, { key, reason, companyId, isOn, percent: null }, async (tx, before) => {
      if (!(await listCompanyIds(tx)).includes(companyId)) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
      if (!before.overrides.has(companyId) && before.overrides.size >= MOST_OVERRIDES) throw conflict('FLAG.TOO_MANY_OVERRIDES', `At most ${MOST_OVERRIDES} companies have one of their own.`, { most: MOST_OVERRIDES });
      await (isOn === null ? dropOverride(tx, key, companyId) : putOverride(tx, key, { companyId, isOn, reason, setBy: staff.email }));
      return [companyId];
    });
  }

  /**
   * Sets for which share of companies a flag is on, or takes that away with `percent` null; in the trail of each company for which it is another thing then.
   * @throws AppError (not-found) FLAG.NOT_FOUND; (invalid) FLAG.REASON, FLAG.SHARE
   */
  setShare(staff: StaffActor, said: { key: string; percent: number | null; reason: string }): Promise<FlagView> {
    const [key, reason, percent] = [knownKey(said.key), readReason(said.reason), readShare(said.percent)];
    return this.change(staff, { key, reason, companyId: null, isOn: null, percent }, async (tx, before) => {
      await putShare(tx, key, percent);
      const after = { ...before, sharePercent: percent };
      return (await listCompanyIds(tx)).filter((id) => flagStanding(key, id, before).isOn !== flagStanding(key, id, after).isOn);
    });
  }

  private change(staff: StaffActor, said: { key: FlagKey; reason: string; companyId: string | null; isOn: boolean | null; percent: number | null }, set: (tx: SystemTx, before: FlagSettings) => Promise<string[]>): Promise<FlagView> {
    const { key, reason } = said;
    return this.db.runAs(staff, 'office: set a feature flag', async (tx) => {
      await lockFlags(tx);
      const before = (await readFlags(tx)).get(key) ?? UNSET;
      const concerned = await set(tx, before);
      const after = (await readFlags(tx)).get(key) ?? UNSET;
      await insertFlagChange(tx, key, { ...said, changedBy: staff.email });
      for (const id of concerned) {
        const details = { featureFlagId: key, before: { isOn: flagStanding(key, id, before).isOn }, after: { isOn: flagStanding(key, id, after).isOn }, reason };
        await tx.auditFor(tenantId(id), staff, 'feature-flag.set', details);
      }
      await tx.notify(FLAG_CHANNEL, { key });
      return one(tx, key);
    });
  }
}

async function one(tx: SystemTx, key: FlagKey): Promise<FlagView> {
  return view(tx, key, (await readFlags(tx)).get(key) ?? UNSET, await listCompanyIds(tx));
}

async function view(tx: SystemTx, key: FlagKey, settings: FlagSettings, companies: readonly string[]): Promise<FlagView> {
  const onCount = companies.filter((id) => flagStanding(key, id, settings).isOn).length;
  return { key, sharePercent: settings.sharePercent, onCount, companyCount: companies.length, overrides: await listOverrides(tx, key), changes: await listFlagChanges(tx, key) };
}
