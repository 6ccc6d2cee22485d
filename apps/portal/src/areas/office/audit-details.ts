/** One fact of an audit entry, flat: `before.name` and its value. */
export interface AuditFact {
  readonly name: string;
  readonly text: string;
}

const MOST_FACTS = 10;
const LONGEST_TEXT = 100;

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return JSON.stringify(value);
}

/** Flattens an entry's details for reading; ids that say nothing to a person come last. */
export function factsOf(details: unknown, prefix = ''): AuditFact[] {
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return [];
  const facts = Object.entries(details).flatMap(([name, value]): AuditFact[] => {
    const path = prefix ? `${prefix}.${name}` : name;
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? factsOf(value, path) : [{ name: path, text: cut(textOf(value)) }];
  });
  const isId = ({ name }: AuditFact): boolean => /(^id|Ids?)$/.test(name);
  return [...facts.filter((fact) => !isId(fact)), ...facts.filter(isId)].slice(0, MOST_FACTS);
}
