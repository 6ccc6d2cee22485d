/** What of a thing is another: its name, and how it was before and after; null where it was not there. */
export interface Change {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Something else an entry tells. */
export interface Fact {
  readonly name: string;
  readonly text: string;
}

export interface EntryContent {
  readonly changes: readonly Change[];
  readonly facts: readonly Fact[];
}

/** The name of a change that is of the thing itself, as of a name. */
export const ITSELF = '';

type Fields = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return JSON.stringify(value);
}

/** Every value of a thing by its path: `filter.person`. What is null, empty or not there is left out. */
function flat(value: unknown, prefix = ITSELF): [string, string][] {
  if (value === null || value === undefined) return [];
  if (!isGroup(value)) {
    const text = textOf(value);
    return text === '' ? [] : [[prefix, text]];
  }
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix ? `${prefix}.${name}` : name));
}

function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [new Map(flat(before)), new Map(flat(after))];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null })).filter((change) => change.before !== change.after);
}

/** An entry's details for reading: what is another now, and what else it tells; ids, which say nothing to a person, last. */
export function contentOf(details: unknown): EntryContent {
  if (!isGroup(details)) return { changes: [], facts: [] };
  const { before, after, ...rest } = details;
  const facts = flat(rest).map(([name, text]) => ({ name, text }));
  const isId = ({ name }: Fact): boolean => /(^id|Ids?)$/.test(name);
  return { changes: changesOf(before, after), facts: [...facts.filter((fact) => !isId(fact)), ...facts.filter(isId)] };
}

/** What the thing is called, as far as the entry tells: as it is now, or was last. */
export function nameOf(details: unknown): string | null {
  if (!isGroup(details)) return null;
  const candidates = [details['name'], details['after'], details['before'], details['slug'], details['email'], details['to'], details['key']];
  for (const each of candidates) {
    if (typeof each === 'string' && each !== '') return each;
    if (isGroup(each) && typeof each['name'] === 'string' && each['name'] !== '') return each['name'];
  }
  return null;
}
