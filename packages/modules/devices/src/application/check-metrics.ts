import { commandWrites, type DataType } from '@tenon/domain/sparkplug';
import type { SparkplugSessionRow } from '../persistence/sparkplug-session.repository.js';

/** As many metrics are listed of a machine; where there are as many, there may be others. */
const MOST_LISTED = 500;

/**
 * Whoever sends a machine that speaks Sparkplug what it cannot take hears it at once, not when it is back. What its next birth certificate says is for the gateway to find.
 * @throws AppError (invalid) COMMAND.UNKNOWN_METRIC, COMMAND.WRONG_TYPE
 */
export function checkMetrics({ isAlive, metrics }: SparkplugSessionRow, { method, params }: { readonly method: string; readonly params: unknown }): void {
  if (!isAlive || metrics.length >= MOST_LISTED) return;
  const byName = new Map(metrics.map(({ name, type }) => [name, { name, type: type as DataType, alias: null, field: null }]));
  commandWrites(method, params, (name) => byName.get(name));
}
