import type { TrailFilter } from '../application/trail-filter.js';

/** The conditions of a filter as SQL, its parameters numbered from 1. */
export function filterSql(filter: TrailFilter): { readonly where: string; readonly params: readonly unknown[] } {
  const params: unknown[] = [];
  const conditions = ['true'];
  const add = (value: unknown, condition: (place: string) => string): void => {
    if (value === undefined) return;
    params.push(value);
    conditions.push(condition(`$${params.length}`));
  };
  add(filter.person && `%${filter.person.replace(/[\\%_]/g, '\\$&')}%`, (place) => `actor ILIKE ${place}`);
  add(filter.actorKind, (place) => `actor_kind = ${place}`);
  add(filter.actions, (place) => `action = ANY (${place})`);
  add(filter.subjectKind, (place) => `split_part(action, '.', 1) = ${place}`);
  add(filter.subjectId, (place) => `subject_id = ${place}`);
  add(filter.from, (place) => `at >= ${place}`);
  add(filter.to, (place) => `at < ${place}`);
  return { where: conditions.join(' AND '), params };
}
