import type { TenantTx } from '@tenon/db';
import { limitsOn, pauseEnds, pauseLines, termsOn, type BillingMove } from '@tenon/domain/billing';
import { putBilledMove, readBilledMove } from '../persistence/billing-move.repository.js';
import { issueInvoice } from './issue-invoice.js';
import type { BilledCompany } from './month-lines.js';

/**
 * Bills the pauses that ended, each once: back for the paid days on which nothing was given, and the fee from where the company came back.
 * The plan is the one with which it came back, whatever was chosen since.
 */
export async function billPauses(tx: TenantTx, { choices, limits }: Pick<BilledCompany, 'choices' | 'limits'>, moves: readonly BillingMove[], today: number): Promise<void> {
  const billed = await readBilledMove(tx);
  const last = moves.at(-1)?.moveNo ?? 0;
  if (last <= billed) return;
  for (const end of pauseEnds(moves).filter(({ moveNo }) => moveNo > billed)) {
    const chosen = choices.filter(({ chosenAtMs }) => chosenAtMs <= end.atMs);
    await issueInvoice(tx, { occasion: `pause:${end.moveNo}`, today, lines: pauseLines(end, (day) => termsOn(day, chosen, limitsOn(day, limits)).plan) });
  }
  await putBilledMove(tx, last);
}
