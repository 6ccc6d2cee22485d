import { formatDuration, formatInstant } from '@tenon/ui';

/** What a person reads about a refused message: why it was refused and how to mend the sender. */
export interface RefusalWords {
  readonly why: string;
  readonly mend: string;
}

/** The part of a translator that is needed here: texts below `refusals.reasons`. */
export interface RefusalTexts {
  has(key: string): boolean;
  text(key: string, facts: Record<string, string>): string;
}

/** Whose words and whose clock. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

/** Names the texts may ask for; a fact that is missing shows as a dash. */
const NOTHING_KNOWN = { key: '—', near: '—', character: '—', count: '—', maxCount: '—', length: '—', maxLength: '—', maxBytes: '—', ts: '—', deviceAt: '—', keptFrom: '—', offset: '—', filter: '—', limit: '—', name: '—', expected: '—', reason: '—', named: '—', node: '—', received: '—', rule: '—', metric: '—', type: '—', quality: '—', what: '—', fault: '—', byte: '—', title: '—', version: '—', asked: '—', askedBytes: '—' };

function factsOf(details: unknown, { locale, timeZone }: Reader): Record<string, string> {
  const given = typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {};
  const facts: Record<string, string> = { ...NOTHING_KNOWN };
  for (const [name, fact] of Object.entries(given)) {
    if (fact !== null && fact !== '') facts[name] = String(fact);
  }
  if (typeof given.offsetMs === 'number') facts.offset = formatDuration(Math.abs(given.offsetMs), locale);
  for (const name of ['deviceAt', 'keptFrom'] as const) {
    const at = given[name];
    if (typeof at === 'string' && Number.isFinite(Date.parse(at))) facts[name] = formatInstant(at, { timeZone, precision: 'second' });
  }
  return facts;
}

/** Words for a refusal by its code and facts; an unknown code gets general ones. */
export function refusalWords(code: string, details: unknown, texts: RefusalTexts, reader: Reader): RefusalWords {
  const place = /^[A-Z_]+\.[A-Z_]+$/.test(code) && texts.has(`${code}.why`) ? code : 'GENERAL';
  const facts = factsOf(details, reader);
  return { why: texts.text(`${place}.why`, facts), mend: texts.text(`${place}.mend`, facts) };
}
