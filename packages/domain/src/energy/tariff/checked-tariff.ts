import { invalid } from '@tenon/kernel';
import type { Tariff } from './tariff.js';
import { tariffFaults } from './tariff-faults.js';

/**
 * Passes a sound tariff on.
 * @throws AppError (invalid) with the code of the first fault: TARIFF.GAP, TARIFF.OVERLAP, TARIFF.NOT_QUARTER_HOUR,
 * TARIFF.OUT_OF_DAY, TARIFF.PRICE_MISSING or TARIFF.PRICE_INVALID; its minutes or band in the details
 */
export function checkedTariff(tariff: Tariff): Tariff {
  const [fault] = tariffFaults(tariff);
  if (fault === undefined) return tariff;
  const { code, ...details } = fault;
  throw invalid(code, 'The tariff does not price every quarter-hour of the day once.', details);
}
