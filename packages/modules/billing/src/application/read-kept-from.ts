import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { keptDays } from '@tenon/domain/billing';
import { startOfLocalDay } from '@tenon/domain/energy';
import { readTerms } from '../persistence/terms.repository.js';

/** From when on a company's readings are kept, by the plans that it has and lately had: the start of a local day, or `null` where none says so. It only reads. */
@Injectable()
export class ReadKeptFrom {
  async execute(tx: TenantTx): Promise<Date | null> {
    const { today, timeZone, choices } = await readTerms(tx, tx.tenantId);
    const days = keptDays(today, choices);
    return days === null ? null : new Date(startOfLocalDay(timeZone, today - days));
  }
}
