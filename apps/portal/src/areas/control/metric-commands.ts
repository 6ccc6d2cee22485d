import type { TypeCommand, TypeParameter } from '@tenon/domain/device-types';
import type { WritableMetric } from './use-control';

const TIMEOUT_MS = 30_000;

function kindOf(type: string): TypeParameter['kind'] {
  if (type === 'Boolean') return 'boolean';
  if (type === 'Float' || type === 'Double') return 'number';
  return /^U?Int\d+$/.test(type) ? 'integer' : 'text';
}

/** A command for each metric that can be written: its name, with the value as it takes it. */
export function commandsOfMetrics(metrics: readonly WritableMetric[]): readonly TypeCommand[] {
  return metrics.map(({ name, type, unit }) => {
    const label = unit ? `${name} (${type}, ${unit})` : `${name} (${type})`;
    const value: TypeParameter = { key: 'value', name: { zh: type, en: type }, kind: kindOf(type), unit: unit ?? null, range: null, values: [], isRequired: true };
    return { key: name, name: { zh: label, en: label }, parameters: [value], isAnswered: true, timeoutMs: TIMEOUT_MS };
  });
}
