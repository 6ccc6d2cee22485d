import { compareAlarms, compareAttributes, compareCommands, compareEvents, compareMetrics, type Difference } from './compare-parts.js';
import { MODEL_PARTS, type ModelPart, type TypeModel } from './model.js';

/** One difference between two versions of a model. */
export interface ModelChange extends Omit<Difference, 'what'> {
  readonly part: ModelPart;
  /** Of the thing that differs. */
  readonly key: string;
  readonly what: Difference['what'] | 'added' | 'removed';
}

const COMPARE = { metrics: compareMetrics, attributes: compareAttributes, commands: compareCommands, events: compareEvents, alarms: compareAlarms } as const;

type Keyed = { readonly key: string };

function comparePart<Item extends Keyed>(part: ModelPart, before: readonly Item[], after: readonly Item[], compare: (before: Item, after: Item) => Difference[]): ModelChange[] {
  const former = new Map(before.map((item) => [item.key, item]));
  const latter = new Set(after.map(({ key }) => key));
  const removed = before.filter(({ key }) => !latter.has(key)).map(({ key }): ModelChange => ({ part, key, what: 'removed', before: null, after: null, isBreaking: part !== 'alarms' }));
  const others = after.flatMap((item): ModelChange[] => {
    const old = former.get(item.key);
    if (!old) return [{ part, key: item.key, what: 'added', before: null, after: null, isBreaking: false }];
    return compare(old, item).map((difference) => ({ part, key: item.key, ...difference }));
  });
  return [...removed, ...others];
}

/**
 * What one version of a model has differently from the one before, part by part, what was removed first.
 * Breaking is what somebody who reads or commands machines by the former would stumble over: what is gone, or means another thing.
 */
export function compareModels(before: TypeModel, after: TypeModel): ModelChange[] {
  return MODEL_PARTS.flatMap((part) => comparePart<never>(part, before[part] as never[], after[part] as never[], COMPARE[part]));
}
