import { isDeepStrictEqual } from 'node:util';

/** What of one thing became another, field by field, as an audit trail tells it; null when nothing did. Both have the same fields. */
export function changesOf<Thing extends object>(before: Thing, after: Thing): { before: Partial<Thing>; after: Partial<Thing> } | null {
  const fields = (Object.keys(after) as (keyof Thing)[]).filter((field) => !isDeepStrictEqual(before[field], after[field]));
  const of = (thing: Thing): Partial<Thing> => Object.fromEntries(fields.map((field) => [field, thing[field]])) as Partial<Thing>;
  return fields.length === 0 ? null : { before: of(before), after: of(after) };
}
