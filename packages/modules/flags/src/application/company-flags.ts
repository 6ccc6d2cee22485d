import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { FEATURE_FLAGS, FLAG_KEYS, flagStanding, UNSET, type FlagKey, type FlagReason } from '@tenon/domain/flags';
import type { StaffActor } from '@tenon/domain/identity';
import { listOverridesOf, type OverrideRow } from '../persistence/flag.repository.js';
import { readFlags } from './known-flags.js';

/** A flag that is another thing for a company than by its default, or was set for it; who set it and why, where it was. */
export interface OwnFlag {
  readonly key: FlagKey;
  readonly isOn: boolean;
  readonly because: FlagReason;
  readonly override: OverrideRow | null;
}

/** Which flags differ for companies that the office looks at. */
@Injectable()
export class CompanyFlags {
  constructor(private readonly db: SystemDb) {}

  /** Of these companies, by their ids. Whoever asks is shown the companies themselves, or has looked at one, which stands in its trail. */
  read(staff: StaffActor, ids: readonly string[]): Promise<ReadonlyMap<string, readonly OwnFlag[]>> {
    return this.db.runAs(staff, "office: companies' feature flags", async (tx) => {
      const [known, overrides] = [await readFlags(tx), await listOverridesOf(tx, ids)];
      const of = (id: string): OwnFlag[] =>
        FLAG_KEYS.map((key) => ({ key, ...flagStanding(key, id, known.get(key) ?? UNSET), override: overrides.find((each) => each.companyId === id && each.key === key) ?? null }))
          .filter(({ key, isOn, because }) => because === 'override' || isOn !== FEATURE_FLAGS[key].isOnByDefault);
      return new Map(ids.map((id) => [id, of(id)]));
    });
  }
}
