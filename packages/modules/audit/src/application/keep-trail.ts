import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { RetentionRepository } from '../persistence/retention.repository.js';

/** 网络安全法, art. 21 (3): logs are kept for six months at least. */
const FEWEST_MONTHS = 6;
const MOST_MONTHS = 120;

/** Sets for how many months the company's trail is kept. Repeating it changes nothing and leaves no second entry. */
@Injectable()
export class KeepTrail {
  constructor(
    private readonly db: TenantDb,
    private readonly retention: RetentionRepository,
  ) {}

  /** @throws AppError (invalid) AUDIT.KEEP_MONTHS unless it is 6 to 120 */
  async execute(actor: TenantActor, months: number): Promise<void> {
    if (!Number.isInteger(months) || months < FEWEST_MONTHS || months > MOST_MONTHS) {
      throw invalid('AUDIT.KEEP_MONTHS', `A trail is kept for ${FEWEST_MONTHS} to ${MOST_MONTHS} months.`, { least: FEWEST_MONTHS, most: MOST_MONTHS });
    }
    await this.db.transaction(actor, async (tx) => {
      const before = await this.retention.monthsForUpdate(tx);
      if (before === months) return;
      await this.retention.keep(tx, months);
      await tx.audit('audit.retention-changed', { before: { keepMonths: before }, after: { keepMonths: months } });
    });
  }
}
