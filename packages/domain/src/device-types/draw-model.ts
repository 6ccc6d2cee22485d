import { outerRange } from './outer-range.js';
import { EMPTY_MODEL, type NamedValue, type Quantity, type TypeMetric, type TypeModel, type ValueRange, type ValueType } from './model.js';

/** What is known of one metric from what a machine has sent. */
export interface SeenMetric {
  readonly key: string;
  readonly valueKind: 'number' | 'text' | 'boolean' | 'json';
  readonly unit: string | null;
  readonly quantity: Quantity;
  /** Lowest and highest number; null where there was none. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Newest values, in any order; of them is told what else there is to tell. */
  readonly recent: readonly { readonly atMs: number; readonly value: unknown }[];
}

/** Of more values than this nobody makes a list. */
const MOST_LISTED = 12;
const LONGEST_LISTED = 40;
/** A list is believed where each value came twice on average; codes of batches come once each. */
const TIMES_SEEN = 2;
const FEWEST_GAPS = 4;

function listed({ recent }: SeenMetric): readonly NamedValue[] | null {
  const distinct = [...new Set(recent.map(({ value }) => value))];
  const isList = distinct.length > 0 && distinct.length <= MOST_LISTED && recent.length >= distinct.length * TIMES_SEEN;
  if (!isList) return null;
  const texts = distinct.filter((value): value is string | number => (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_LISTED) || Number.isSafeInteger(value));
  if (texts.length < distinct.length) return null;
  return texts.sort((a, b) => String(a).localeCompare(String(b), 'en', { numeric: true })).map((value) => ({ value, label: { zh: '', en: '' } }));
}

/** Whole numbers without a unit: a temperature that was 25 all day is none. */
function isWhole({ unit, recent, lowest, highest }: SeenMetric): boolean {
  return unit === null && recent.length > 0 && [...recent.map(({ value }) => value), lowest ?? 0, highest ?? 0].every(Number.isSafeInteger);
}

/** A counter goes on growing, so nothing bounds it above. */
function rangeOf({ quantity, lowest, highest }: SeenMetric): ValueRange | null {
  if (lowest === null || highest === null) return null;
  if (quantity !== 'counter') return outerRange(lowest, highest);
  return lowest < 0 ? null : { min: 0, max: null };
}

function numberType(seen: SeenMetric): ValueType {
  const values = seen.quantity === 'state' ? listed(seen) : null;
  if (values) return { kind: 'enumeration', unit: null, range: null, values };
  return { kind: isWhole(seen) ? 'integer' : 'number', unit: seen.unit, range: rangeOf(seen), values: [] };
}

function typeOf(seen: SeenMetric): ValueType {
  const plain: ValueType = { kind: seen.valueKind, unit: null, range: null, values: [] };
  if (seen.valueKind === 'number') return numberType(seen);
  if (seen.valueKind !== 'text') return plain;
  const values = listed(seen);
  return values ? { ...plain, kind: 'enumeration', values } : plain;
}

/** The usual time between two values, to what people would say of it; null where too few came to tell. */
function intervalOf({ recent }: SeenMetric): number | null {
  const times = recent.map(({ atMs }) => atMs).sort((a, b) => a - b);
  const gaps = times.slice(1).map((at, index) => at - times[index]!).filter((gap) => gap > 0).sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  if (median === undefined || gaps.length < FEWEST_GAPS) return null;
  const step = median < 1_000 ? 100 : median < 60_000 ? 1_000 : 60_000;
  return Math.max(step, Math.round(median / step) * step);
}

/** A metric as a type would have it, drawn from what was seen. Its name is left blank: the key's own words are shown until a person says better. */
export function drawMetric(seen: SeenMetric): TypeMetric {
  const type = typeOf(seen);
  const isNumber = type.kind === 'number' || type.kind === 'integer';
  return { key: seen.key, name: { zh: '', en: '' }, ...type, quantity: isNumber ? seen.quantity : 'state', intervalMs: intervalOf(seen) };
}

/**
 * A type drawn from what a machine has sent: kinds and units of its metrics, ranges with a margin, short lists of texts as
 * enumerations. A proposal, which a person goes through before it is published.
 */
export function drawModel(seen: readonly SeenMetric[]): TypeModel {
  return { ...EMPTY_MODEL, metrics: seen.map(drawMetric) };
}
