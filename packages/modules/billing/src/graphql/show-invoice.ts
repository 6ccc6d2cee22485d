import { isoDate } from '@tenon/domain/energy';
import type { InvoiceView, WholeInvoice } from '../application/invoice-view.js';
import type { KeptLine } from '../persistence/read-invoice.repository.js';
import { showCard } from './show-cards.js';
import { METER_WORDS, showPlanId } from './words.js';

const upper = <Word extends string>(word: Word): Uppercase<Word> => word.toUpperCase() as Uppercase<Word>;

/** A line in the words of the schema. */
export function showLine({ lineNo, kind, planId, fromDay, toDay, quantity, unitPriceMinor, per, amountMinor, taxMinor, meter, included, hours, days }: KeptLine) {
  return {
    ...{ lineNo, quantity, unitPriceMinor, per, amountMinor, taxMinor, included, hours },
    kind: upper(kind),
    plan: showPlanId(planId),
    from: isoDate(fromDay),
    to: isoDate(toDay - 1),
    meter: meter && METER_WORDS[meter],
    days: (days ?? []).map(({ localDay, quantity: used, beyond }) => ({ date: isoDate(localDay), used, beyond })),
  };
}

/** An invoice in the words of the schema, without its lines. */
export function showInvoice({ id, number, occasion, state, issuedOn, dueOn, grossMinor, taxMinor, netMinor, owedMinor, buyer, notes, payments }: InvoiceView) {
  const [reason, of] = occasion.split(':');
  return {
    ...{ id, number, grossMinor, taxMinor, netMinor, owedMinor, buyer },
    state: upper(state as Exclude<typeof state, 'draft'>),
    month: reason === 'month' ? (of ?? null) : null,
    issuedOn: isoDate(issuedOn),
    dueOn: isoDate(dueOn),
    payments: payments.map(({ kind, paidOn, ...payment }) => ({ ...payment, isRefund: kind === 'refund', isTakingBack: kind === 'taken-back', paidOn: isoDate(paidOn) })),
    creditNotes: notes.map(({ issuedOn: on, lines, ...note }) => ({ ...note, issuedOn: isoDate(on), lines: [...lines] })),
  };
}

/** An invoice with its lines. */
export function showWholeInvoice(invoice: WholeInvoice) {
  return { ...showInvoice(invoice), lines: invoice.lines.map(showLine), cards: invoice.cards.map(showCard) };
}
