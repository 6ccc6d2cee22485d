import { Inject, Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { SystemDb, TenantDb } from '@tenon/db';
import { invoiceMove, reminderDue } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';
import { systemActor } from '@tenon/domain/identity';
import type { TenantId } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { putInvoiceState } from '../persistence/invoice.repository.js';
import { getInvoice } from '../persistence/read-invoice.repository.js';
import { insertReminder, listLate, lockLate, type LateInvoice } from '../persistence/reminder.repository.js';
import { invoiceView } from './invoice-view.js';

/**
 * Notes which invoices are late, and reminds whoever looks after bills: on the first, third, seventh and fourteenth day. Doing it again,
 * or in several workers, reminds nobody twice: a reminder is noted in the transaction that promises it, under the invoice's lock.
 */
@Injectable()
export class RemindLate {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One invoice's trouble keeps no other company from being reminded. */
  async execute(now = new Date()): Promise<void> {
    const late = await this.system.run('billing: find late invoices', (tx) => listLate(tx, now));
    for (const invoice of late) {
      await this.remind(invoice, now).catch((error: unknown) => this.log.error('billing.not-reminded', { tenantId: invoice.tenantId, invoiceId: invoice.id, error }));
    }
  }

  private remind({ tenantId, id }: LateInvoice, now: Date): Promise<void> {
    return this.db.transaction(systemActor(tenantId as TenantId), async (tx) => {
      const late = await lockLate(tx, id, now);
      if (!late) return;
      const kept = await getInvoice(tx, tenantId, id);
      const { owedMinor, number, dueOn } = invoiceView(kept, kept.dueOn + late.daysLate);
      if (owedMinor <= 0) return;
      if (invoiceMove(kept.state, 'overdue') !== kept.state) await putInvoiceState(tx, tenantId, id, 'overdue');
      const days = reminderDue(late.daysLate, late.sent);
      if (days === null) return;
      await insertReminder(tx, id, days);
      await tx.publish(noticeRaised, { noticeId: tx.newId(), kind: 'invoice.overdue', subjectId: id, facts: { number, amount: (owedMinor / 100).toFixed(2), dueOn: isoDate(dueOn), days: String(late.daysLate) } });
    });
  }
}
