import { Injectable } from '@nestjs/common';
import { SystemDb, type SystemTx } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, invalid, notFound, tenantId, type AppError, type ErrorDetails } from '@tenon/kernel';
import { companyOfInvoice, insertCardEventDecision, listCardEventDecisions, type CardEventDecision } from '../persistence/card-event-decision.repository.js';
import { lockDoubtful, putSettled, type DoubtfulCardEvent } from '../persistence/card-event.repository.js';

/** A message that is for a person, with what was decided about it, the newest first. */
export interface DecidedCardEvent extends DoubtfulCardEvent {
  readonly decisions: readonly CardEventDecision[];
}

/** What is said of which message. */
export interface WantedCardDecision {
  readonly id: string;
  readonly reason: string;
}

const LONGEST_REASON = 500;
/** What a message may be called by whoever sends it: whatever was kept can be dealt with. */
const ID = /^[\x21-\x7e]{1,255}$/;

/**
 * Says that somebody of the office dealt with a message of the payment service that nobody could place, or opens it again. Each decision is kept
 * with its reason, and stands in the trail of the company whose invoice the message tells of. Of two who do the same at once the second is told
 * who did it and when, and nothing is written down twice.
 */
@Injectable()
export class DecideCardEvent {
  constructor(private readonly db: SystemDb) {}

  /** @throws AppError (not-found) CARD.MESSAGE_NOT_FOUND; (invalid) CARD.REASON; (conflict) CARD.MESSAGE_SETTLED with who did it and when */
  settle(staff: StaffActor, wanted: WantedCardDecision): Promise<DecidedCardEvent> {
    return this.decide(staff, wanted, true);
  }

  /** @throws AppError (not-found) CARD.MESSAGE_NOT_FOUND; (invalid) CARD.REASON; (conflict) CARD.MESSAGE_OPEN with who opened it again and when, if anybody did */
  reopen(staff: StaffActor, wanted: WantedCardDecision): Promise<DecidedCardEvent> {
    return this.decide(staff, wanted, false);
  }

  private async decide(staff: StaffActor, { id, reason }: WantedCardDecision, isSettled: boolean): Promise<DecidedCardEvent> {
    const said = reason.trim();
    if (said === '' || said.length > LONGEST_REASON || said.includes('\0')) throw invalid('CARD.REASON', 'Say why, in at most 500 characters.');
    return this.db.runAs(staff, 'office: decide about a card message', async (tx) => {
      const event = ID.test(id) ? await lockDoubtful(tx, id) : null;
      if (!event) throw notFound('CARD.MESSAGE_NOT_FOUND', 'There is no such message.');
      if ((event.settledAt !== null) === isSettled) throw decidedBefore((await listCardEventDecisions(tx, [id]))[0], isSettled);
      await putSettled(tx, id, isSettled ? tx.now : null);
      await insertCardEventDecision(tx, { eventId: id, isSettled, reason: said, decidedBy: staff.email });
      await tellCompany(tx, staff, event, { isSettled, reason: said });
      const [decided] = await withDecisions(tx, [{ ...event, settledAt: isSettled ? tx.now : null }]);
      return decided as DecidedCardEvent;
    });
  }
}

/** Messages with what was decided about each. */
export async function withDecisions(tx: SystemTx, events: readonly DoubtfulCardEvent[]): Promise<DecidedCardEvent[]> {
  const decisions = events.length > 0 ? await listCardEventDecisions(tx, events.map(({ id }) => id)) : [];
  return events.map((event) => ({ ...event, decisions: decisions.filter(({ eventId }) => eventId === event.id) }));
}

function decidedBefore(last: CardEventDecision | undefined, isSettled: boolean): AppError {
  const details: ErrorDetails = last ? { by: last.decidedBy, at: last.decidedAt.toISOString() } : {};
  if (isSettled) return conflict('CARD.MESSAGE_SETTLED', 'Somebody has dealt with it already.', details);
  return conflict('CARD.MESSAGE_OPEN', 'It is open.', details);
}

async function tellCompany(tx: SystemTx, staff: StaffActor, { id, invoiceNumber: number }: DoubtfulCardEvent, { isSettled, reason }: { readonly isSettled: boolean; readonly reason: string }): Promise<void> {
  const company = number === null ? null : await companyOfInvoice(tx, number);
  if (company !== null) await tx.auditFor(tenantId(company), staff, isSettled ? 'invoice.card-message-settled' : 'invoice.card-message-reopened', { eventId: id, number, reason });
}
