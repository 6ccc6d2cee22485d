import { planWith, previewChange, termsOn, type DraftLine, type PlanChoice } from '@tenon/domain/billing';
import { bug } from '@tenon/kernel';
import type { PricedChoice } from '../persistence/plan-choice.repository.js';

/**
 * The lines of a change that was made before there were invoices, reckoned again from what the company had then.
 * @throws AppError (bug) INTERNAL where they do not come to what was shown and agreed to
 */
export function linesOfChange({ id, planId, fromDay, chosenAtMs, dueMinor }: PricedChoice, choices: readonly PlanChoice[]): readonly DraftLine[] {
  const earlier = choices.filter((choice) => choice.chosenAtMs < chosenAtMs);
  const { plan } = termsOn(fromDay, earlier, []);
  const { lines, dueNow } = previewChange({ from: plan, to: planWith(planId, []), today: fromDay, inUse: {} });
  if (dueNow.amountMinor !== dueMinor) throw bug('INTERNAL', 'A change of plan does not come to what was agreed to.', { choiceId: id, dueMinor, reckonedMinor: dueNow.amountMinor });
  return lines;
}
