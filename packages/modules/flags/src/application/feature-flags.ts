import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { FLAG_KEYS, flagStanding, UNSET, type FlagKey } from '@tenon/domain/flags';
import { forbidden, type TenantId } from '@tenon/kernel';
import { readFlags, type KnownFlags } from './known-flags.js';

/**
 * Which flags are on for a company, for whatever runs in this process: one reading of all that was set, kept until a change is
 * told of on FLAG_CHANNEL, or the listener was away and may have missed one.
 */
@Injectable()
export class FeatureFlags {
  private known: Promise<KnownFlags> | undefined;

  constructor(private readonly db: SystemDb) {}

  /** Takes one message of FLAG_CHANNEL: whatever it says, all is read anew by whoever asks next. */
  heard(): void {
    this.known = undefined;
  }

  /** Whatever was said while the listener was away was missed. */
  missedSome(): void {
    this.known = undefined;
  }

  async isOn(key: FlagKey, company: TenantId): Promise<boolean> {
    return flagStanding(key, company, (await this.settings()).get(key) ?? UNSET).isOn;
  }

  /** The keys of all that are on for a company. */
  async allOn(company: TenantId): Promise<FlagKey[]> {
    const known = await this.settings();
    return FLAG_KEYS.filter((key) => flagStanding(key, company, known.get(key) ?? UNSET).isOn);
  }

  /** @throws AppError (forbidden) FLAG.OFF unless it is on for the company */
  async demand(key: FlagKey, company: TenantId): Promise<void> {
    if (!(await this.isOn(key, company))) throw forbidden('FLAG.OFF', 'The platform has not turned this on for the company.', { flag: key });
  }

  private settings(): Promise<KnownFlags> {
    this.known ??= this.read();
    return this.known;
  }

  private read(): Promise<KnownFlags> {
    const reading = this.db.run('feature flags: read what was set', readFlags);
    // A reading that failed is not kept; whoever asked is told.
    reading.catch(() => {
      if (this.known === reading) this.known = undefined;
    });
    return reading;
  }
}
