import type { MetricFragment } from '../../generated/documents';

const MOST_SHOWN = 8;
const MOST_AT_FIRST = 4;

/** Metrics that a line can be drawn of. */
export function drawable(metrics: readonly MetricFragment[]): MetricFragment[] {
  return metrics.filter(({ valueKind }) => valueKind === 'NUMBER');
}

/** What a machine's charts show before anybody chose: its power, and the readings of one unit. */
export function firstChoice(metrics: readonly MetricFragment[]): string[] {
  const numbers = drawable(metrics);
  const power = numbers.filter(({ quantity }) => quantity === 'POWER').slice(0, 1);
  const gauges = numbers.filter(({ quantity }) => quantity === 'GAUGE');
  const unit = gauges.find((gauge) => gauge.unit !== null)?.unit ?? gauges[0]?.unit;
  const alike = gauges.filter((gauge) => gauge.unit === unit).slice(0, MOST_AT_FIRST);
  const chosen = [...power, ...alike];
  return (chosen.length > 0 ? chosen : numbers.slice(0, 1)).map(({ key }) => key);
}

/** Shows or hides one metric; of more than eight the one shown longest goes. */
export function toggled(shown: readonly string[], key: string): string[] {
  if (shown.includes(key)) return shown.filter((other) => other !== key);
  return [...shown, key].slice(-MOST_SHOWN);
}

/** Metrics of one unit share a chart; charts in the order of the metrics. */
export function byUnit(metrics: readonly MetricFragment[]): { unit: string | null; metrics: MetricFragment[] }[] {
  const groups: { unit: string | null; metrics: MetricFragment[] }[] = [];
  for (const metric of metrics) {
    // Counters dwarf each other: each gets a chart of its own.
    const group = metric.quantity === 'COUNTER' ? undefined : groups.find(({ unit, metrics: [first] }) => unit === metric.unit && first?.quantity !== 'COUNTER');
    if (group) group.metrics.push(metric);
    else groups.push({ unit: metric.unit, metrics: [metric] });
  }
  return groups;
}

/** A metric keeps its colour whatever else is shown. */
export function colourIndexes(metrics: readonly MetricFragment[]): ReadonlyMap<string, 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8> {
  // What is drawn at first gets the first colours.
  const inTurn = drawable(metrics).sort((a, b) => Number(a.quantity === 'COUNTER') - Number(b.quantity === 'COUNTER'));
  return new Map(inTurn.map(({ id }, index) => [id, ((index % 8) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8]));
}
