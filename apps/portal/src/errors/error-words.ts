import { ApiError, codeOf, type ErrorFacts } from './api-error';

/** What a person reads when something failed. */
export interface ErrorWords {
  /** What happened. */
  readonly what: string;
  /** What to do now. */
  readonly next: string;
  readonly code: string;
}

/** The part of a next-intl translator that is needed here: texts below `errors`. */
export interface ErrorTexts {
  has(key: string): boolean;
  text(key: string, facts: Record<string, string>): string;
}

const CODE = /^[A-Z][A-Z0-9_]*(\.[A-Z][A-Z0-9_]*)*$/;

/** Facts that texts ask for, should the api leave one out. */
const NOTHING_KNOWN: Readonly<Record<string, string>> = { reason: 'other', limit: '—', most: '—', wait: 'other', waitCount: '—', meter: 'other', by: '—', at: '—' };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const MINUTE_S = 60;
/** Up to here a wait is said in seconds. */
const SECONDS_UP_TO_S = 90;

/** A wait in the unit that people say it in; minutes are rounded up, as one who comes too early waits again. */
function waitOf(waitS: unknown): Record<string, string> {
  if (typeof waitS !== 'number') return {};
  if (waitS <= SECONDS_UP_TO_S) return { wait: 'seconds', waitCount: String(waitS) };
  return { wait: 'minutes', waitCount: String(Math.ceil(waitS / MINUTE_S)) };
}

function printable(facts: ErrorFacts): Record<string, string> {
  const known = Object.entries(facts).map(([name, fact]) => [name, Array.isArray(fact) ? fact.join(', ') : String(fact ?? '')] as const);
  const all: Record<string, string> = { ...NOTHING_KNOWN, ...Object.fromEntries(known), ...waitOf(facts['waitS']) };
  // Whose zone it is read in is not known here.
  if (INSTANT.test(all.at ?? '')) all.at = `${(all.at ?? '').slice(0, 16).replace('T', ' ')} UTC`;
  // ICU takes no hyphen in the branches of a choice.
  return { ...all, reason: (all.reason ?? '').replaceAll('-', '') || 'other' };
}

/** Words for anything thrown, by its code; a code without words of its own gets the general ones, and is shown. */
export function wordsOf(thrown: unknown, texts: ErrorTexts): ErrorWords {
  const code = codeOf(thrown);
  const facts = thrown instanceof ApiError ? printable(thrown.details) : printable({});
  const place = CODE.test(code) && texts.has(`${code}.what`) ? code : 'GENERAL';
  return { what: texts.text(`${place}.what`, facts), next: texts.text(`${place}.next`, facts), code };
}
