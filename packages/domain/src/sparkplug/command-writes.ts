import { invalid } from '@tenon/kernel';
import { type MetricWrite, REBIRTH, valueFor, type WritableMetric } from './write-metrics.js';

/** Finds what a birth certificate says of a metric. */
export type FindMetric = (name: string) => WritableMetric | undefined;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was left out where a command steers the node itself: that it shall. */
function valueOf(name: string, params: unknown): unknown {
  if (isObject(params) && Object.keys(params).length === 0 && name.startsWith('Node Control/')) return true;
  return isObject(params) && Object.keys(params).length === 1 && 'value' in params ? params['value'] : params;
}

/**
 * What a command writes. Its method is the name of a metric, and its parameters are the value, or `{"value": …}`; where no metric has that name, the parameters name several metrics with their
 * values, as the commands of a device type do. `Node Control/Rebirth` is understood by every node.
 * @throws AppError (invalid) COMMAND.UNKNOWN_METRIC, COMMAND.WRONG_TYPE
 */
export function commandWrites(method: string, params: unknown, find: FindMetric): MetricWrite[] {
  const metric = method === REBIRTH.name ? REBIRTH : find(method);
  if (metric) return [{ metric, value: valueFor(metric, valueOf(method, params)) }];
  const values = isObject(params) ? Object.entries(params) : [];
  if (values.length === 0) throw unknownMetric(method);
  return values.map(([name, value]) => {
    const one = find(name);
    if (!one) throw unknownMetric(name);
    return { metric: one, value: valueFor(one, value) };
  });
}

function unknownMetric(metric: string): Error {
  return invalid('COMMAND.UNKNOWN_METRIC', `The birth certificate names no metric "${metric}" that can be written.`, { metric });
}
