import { searchText } from '@tenon/nest';
import type { BulkActionKind, BulkOutcome, MachineSelectionInput } from '@tenon/graphql/resolvers';
import { instantText, invalid } from '@tenon/kernel';
import { readConnection, readFilter } from '../../graphql/show.js';
import type { BulkKind } from '../application/bulk-kind.js';
import type { Chosen } from '../application/start-bulk-action.js';
import type { BulkActionRow, BulkItemRow } from '../persistence/bulk-action.repository.js';

export const readBulkKind = (kind: BulkActionKind): BulkKind => kind.toLowerCase() as BulkKind;

/** Which machines are meant. @throws AppError (invalid) BULK_ACTION.NOTHING where nothing says so */
export function readChosen({ deviceIds, matching }: MachineSelectionInput): Chosen {
  if (deviceIds) return { deviceIds };
  if (!matching) throw invalid('BULK_ACTION.NOTHING', 'No machine is meant.');
  const { expectedCount, search, connection, filter } = matching;
  return { filter: { ...readFilter(filter ?? {}), search: searchText(search), connection: readConnection(connection) }, expected: expectedCount };
}

/** An action in the words of the schema. */
export function showBulkAction({ kind, parameters, author, createdAt, finishedAt, ...action }: BulkActionRow) {
  return { ...action, kind: kind.toUpperCase() as BulkActionKind, target: parameters.name ?? null, authorName: author.name, createdAt: instantText(createdAt), finishedAt: finishedAt && instantText(finishedAt) };
}

/** What became of a machine, in the words of the schema. */
export function showBulkResult({ deviceId, name, outcome, code }: BulkItemRow) {
  return { deviceId, name, outcome: (outcome ?? 'waiting').toUpperCase() as BulkOutcome, code };
}
