import type { Sort } from '@tenon/ui';

/** How a list looks: what it is narrowed to, as in the address; its order; what it leaves out. */
export interface ListLook {
  readonly query: string;
  readonly sort: { readonly columnId: string; readonly isDescending: boolean } | null;
  readonly hiddenColumns: readonly string[];
}

/** As it comes. */
export const PLAIN_LOOK: ListLook = { query: '', sort: null, hiddenColumns: [] };

const SORT = 'sort';
const DESCENDING = '-';

/** The order in an address: a column's id, with a minus before it where the greatest come first. */
export function sortIn(params: URLSearchParams): Sort | undefined {
  const text = params.get(SORT) ?? '';
  const columnId = text.replace(DESCENDING, '');
  return columnId === '' ? undefined : { columnId, direction: text.startsWith(DESCENDING) ? 'descending' : 'ascending' };
}

/** The same parameters in that order. */
export function sortedBy(params: URLSearchParams, { columnId, direction }: Sort): URLSearchParams {
  const next = new URLSearchParams(params);
  next.set(SORT, `${direction === 'descending' ? DESCENDING : ''}${columnId}`);
  return next;
}

/** How the list at this address looks. The order of its parameters is no difference. */
export function lookOf(params: URLSearchParams, hidden: ReadonlySet<string>): ListLook {
  const query = new URLSearchParams(params);
  query.delete(SORT);
  query.sort();
  const sort = sortIn(params);
  return { query: query.toString(), sort: sort ? { columnId: sort.columnId, isDescending: sort.direction === 'descending' } : null, hiddenColumns: [...hidden].sort() };
}

/** The address's part that shows a look, without the `?`. */
export function addressOf({ query, sort }: ListLook): string {
  const params = new URLSearchParams(query);
  return (sort ? sortedBy(params, { columnId: sort.columnId, direction: sort.isDescending ? 'descending' : 'ascending' }) : params).toString();
}

export function isSameLook(one: ListLook, other: ListLook): boolean {
  const columns = ({ hiddenColumns }: ListLook): string => [...hiddenColumns].sort().join();
  return addressOf(one) === addressOf(other) && columns(one) === columns(other);
}
