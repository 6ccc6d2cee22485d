import type { ExportRow } from '../persistence/export.repository.js';

/** An export in the words of the schema. */
export function showExport({ state, requestedAt, finishedAt, expiresAt, rowsDone, ...row }: ExportRow) {
  return {
    ...row,
    state: state.toUpperCase() as Uppercase<typeof state>,
    recordsDone: rowsDone,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
