import { guessUnit } from './guess-unit.js';
import { keyWords } from './key-words.js';
import type { MetricMeaning, MetricQuantity, ValueKind } from './metric-quantity.js';

const POWER_UNITS = new Set(['W', 'kW', 'MW', 'mW']);
const AMOUNT_UNITS = new Set(['Wh', 'kWh', 'MWh', 'kvarh', 'kVAh', 'm³']);
const STATE_WORDS = /\b(state|status|mode|alarm|fault|error|switch|enabled|online|door)\b|状态|模式|报警|故障/;
const COUNT_WORDS = /\b(count|counter|counts|total|totals|cumulative|accumulated|register|reading|odometer|shots|cycles|parts|pieces|qty)\b|累计|总|计数|产量|次数|件数|模次/;
const INTERVAL_WORDS = /\b(interval|delta|usage|consumption|increment|hourly|daily)\b|增量|用量|用电量|耗电|本期/;

function guessNumber(words: string, unit: string | null): MetricQuantity {
  const isAmount = unit === null ? COUNT_WORDS.test(words) : AMOUNT_UNITS.has(unit);
  if (isAmount) return INTERVAL_WORDS.test(words) ? 'interval' : 'counter';
  if (unit === null) return STATE_WORDS.test(words) ? 'state' : 'gauge';
  return POWER_UNITS.has(unit) ? 'power' : 'gauge';
}

/**
 * Suggests what a metric means from its key, its unit if known, and the kind of its values: energy is a counter, or an interval amount where the key says
 * usage, delta or 用量; kW is power; counts and totals are counters; texts and booleans are states; the rest are gauges.
 * A suggestion for a person to confirm; nothing is computed from it.
 * @param unit the unit as told by a person or a device; guessed from the key where absent
 */
export function guessQuantity(key: string, unit: string | null | undefined, kind: ValueKind): MetricMeaning {
  if (kind !== 'number') return { quantity: 'state', unit: null };
  const known = unit ?? guessUnit(key);
  return { quantity: guessNumber(keyWords(key).join(' '), known), unit: known };
}
