import { invalid } from '@tenon/kernel';

/** The lists of which somebody keeps views. */
export const VIEW_LISTS = ['machines', 'people', 'audit', 'companies'] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** How a list looks: what it is narrowed to, its order and what it leaves out. */
export interface ViewLook {
  /** What the list is narrowed to, as the portal writes it into its addresses, without the `?`. */
  readonly query: string;
  /** Null: as the list comes. */
  readonly sort: { readonly columnId: string; readonly isDescending: boolean } | null;
  /** Ids of columns. */
  readonly hiddenColumns: readonly string[];
}

const LONGEST_NAME = 40;
const LONGEST_QUERY = 1_000;
const LONGEST_COLUMN = 40;
const MOST_COLUMNS = 40;

/** A view's name as it is kept, without blanks around it. @throws AppError (invalid) VIEW.NAME_REQUIRED, VIEW.NAME_TOO_LONG above 40 characters */
export function viewName(text: string): string {
  const name = text.trim();
  if (name === '') throw invalid('VIEW.NAME_REQUIRED', 'The view needs a name.');
  if (name.length > LONGEST_NAME) throw invalid('VIEW.NAME_TOO_LONG', `The name is longer than ${LONGEST_NAME} characters.`, { limit: LONGEST_NAME });
  return name;
}

/**
 * A look as it is kept. What a list does not know of it, it leaves alone: columns come and go with releases.
 * @throws AppError (invalid) VIEW.LOOK where it is longer than any list's could be: 1,000 characters of query, 40 columns of 40 characters
 */
export function viewLook({ query, sort, hiddenColumns }: ViewLook): ViewLook {
  const columns = [...new Set(hiddenColumns)];
  const isTooMuch = query.length > LONGEST_QUERY || columns.length > MOST_COLUMNS || [...columns, sort?.columnId ?? ''].some((id) => id.length > LONGEST_COLUMN);
  if (isTooMuch) throw invalid('VIEW.LOOK', 'No list can be narrowed to this.', { limit: LONGEST_QUERY });
  return { query, sort, hiddenColumns: columns };
}
