import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx, Transaction } from '@tenon/db';
import { demandRoom, limitOf } from '@tenon/domain/billing';
import type { TenantId } from '@tenon/kernel';
import { raiseReading } from '../persistence/reading.repository.js';
import { lockStock, type StockMeter } from '../persistence/stock.repository.js';
import { readTerms, type CompanyTerms } from '../persistence/terms.repository.js';
import { hourOf } from './local-days.js';
import { tellShare } from './tell-share.js';

/** Room for more machines, persons or apps. Who asks holds it until their transaction ends, so that two cannot both have the last place. */
@Injectable()
export class RoomInPlan {
  /** Takes a place, or so many: to be called before what takes them is written. @throws AppError (limited) QUOTA.REACHED, which has taken none */
  async take(tx: TenantTx, meter: StockMeter, places = 1): Promise<void> {
    await this.takeOf(tx, tx.tenantId, meter, places);
  }

  /** The same for a company that gets something of another's, in a transaction that sees both. */
  async takeFor(tx: SystemTx, tenantId: TenantId, meter: StockMeter, places = 1): Promise<void> {
    await this.takeOf(tx, tenantId, meter, places);
  }

  /** Only asks whether there would be one more place, beside those that are `promised`. @throws AppError (limited) QUOTA.REACHED */
  async ask(tx: TenantTx, meter: StockMeter, promised: number): Promise<void> {
    await this.roomOf(tx, tx.tenantId, meter, promised);
  }

  private async takeOf(tx: TenantTx | SystemTx, tenantId: TenantId, meter: StockMeter, places: number): Promise<void> {
    const { terms, used } = await this.roomOf(tx, tenantId, meter, places - 1);
    await raiseReading(tx, tenantId, meter, { hourMs: hourOf(tx.now), quantity: used + places });
    await tellShare(tx, terms, meter, { before: used, used: used + places });
  }

  private async roomOf(tx: Transaction, tenantId: TenantId, meter: StockMeter, promised: number): Promise<{ terms: CompanyTerms; used: number }> {
    const used = await lockStock(tx, tenantId, meter);
    const terms = await readTerms(tx, tenantId);
    demandRoom({ meter, used: used + promised, limit: limitOf(terms.plan, terms.caps, meter), resetsAtMs: null }, 1);
    return { terms, used };
  }
}
