import type { ViewList } from '@tenon/domain/identity';
import type { SavedView, ViewLookInput, ViewList as ShownList } from '@tenon/graphql/resolvers';
import type { ViewRow } from '../persistence/view-shelf.js';

/** A view in the words of the schema. */
export function showView({ id, name, isDefault, look }: ViewRow): SavedView {
  return { id, name, isDefault, query: look.query, sort: look.sort, hiddenColumns: [...look.hiddenColumns] };
}

/** The schema's word for a list, in the module's. */
export const readList = (list: ShownList): ViewList => list.toLowerCase() as Lowercase<ShownList>;

/** The schema's words for a look, in the module's. */
export const readLook = ({ query, sort, hiddenColumns }: ViewLookInput): ViewRow['look'] => ({ query, sort: sort ?? null, hiddenColumns });
