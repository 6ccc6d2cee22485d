import type { AuditFilter } from '@tenon/graphql/resolvers';
import { invalid } from '@tenon/kernel';
import { searchText } from '@tenon/nest';
import type { TrailFilter } from '../application/trail-filter.js';

/** The last instant that PostgreSQL and JavaScript both write with a year of four digits. */
const LAST_MS = Date.UTC(9999, 11, 31);

function instant(text: string | null | undefined): Date | undefined {
  if (!text) return undefined;
  const at = new Date(text);
  if (at.getTime() >= 0 && at.getTime() <= LAST_MS) return at;
  throw invalid('AUDIT.TIME', 'This is not an instant between 1970 and 9999.', { at: text });
}

const word = (text: string | null | undefined): string | undefined => searchText(text) || undefined;

/** What somebody wants to see of a trail, in the module's words. @throws AppError (invalid) AUDIT.TIME */
export function readFilter(filter: Omit<AuditFilter, 'actorKind' | 'actions'> & { readonly actorKind?: string | null; readonly actions?: readonly string[] | string | null }): TrailFilter {
  const { actions } = filter;
  const wanted = typeof actions === 'string' ? actions.split(',') : actions;
  return {
    person: word(filter.person),
    actorKind: word(filter.actorKind)?.toLowerCase().replaceAll('_', '-'),
    actions: wanted?.map(searchText),
    subjectKind: word(filter.subjectKind),
    subjectId: word(filter.subjectId),
    from: instant(filter.from),
    to: instant(filter.to),
  };
}
