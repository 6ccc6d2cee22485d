/** What of a thing is another: where it stands within the thing, and how it was before and after; null where it was not there. */
export interface Change {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Something else an entry tells. */
export interface Fact {
  readonly path: Path;
  readonly value: unknown;
}

/** The names that lead to a value, from the outside in; none for a thing that is its own value, as a name is. */
export type Path = readonly string[];

export interface EntryContent {
  readonly changes: readonly Change[];
  readonly facts: readonly Fact[];
}

type Fields = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Every value of a thing with the names that lead to it. What is null, empty or not there is left out. */
function flat(value: unknown, path: Path = []): Fact[] {
  if (isNothing(value)) return [];
  if (!isGroup(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, [...path, name]));
}

const keyOf = (value: unknown): string => JSON.stringify(value);

function changesOf(before: unknown, after: unknown): Change[] {
  const sides = [before, after].map((side) => new Map(flat(side).map((fact) => [keyOf(fact.path), fact])));
  const [was, is] = sides;
  const paths = new Map(sides.flatMap((side) => [...side].map(([key, { path }]) => [key, path])));
  return [...paths]
    .map(([key, path]) => ({ path, before: was?.get(key)?.value ?? null, after: is?.get(key)?.value ?? null }))
    .filter((change) => keyOf(change.before) !== keyOf(change.after));
}

/** An entry's details for reading: what is another now, and what else it tells; ids, which say nothing to a person, last. */
export function contentOf(details: unknown): EntryContent {
  if (!isGroup(details)) return { changes: [], facts: [] };
  const { before, after, ...rest } = details;
  const facts = flat(rest);
  const isId = ({ path }: Fact): boolean => /(^id|Ids?)$/.test(path.at(-1) ?? '');
  return { changes: changesOf(before, after), facts: [...facts.filter((fact) => !isId(fact)), ...facts.filter(isId)] };
}

/** What the thing is called, as far as the entry tells: as it is now, or was last. */
export function nameOf(details: unknown): string | null {
  if (!isGroup(details)) return null;
  const candidates = [details['name'], details['email'], details['after'], details['before'], details['slug'], details['to'], details['key']];
  for (const each of candidates) {
    if (typeof each === 'string' && each !== '') return each;
    if (isGroup(each) && typeof each['name'] === 'string' && each['name'] !== '') return each['name'];
  }
  return null;
}
