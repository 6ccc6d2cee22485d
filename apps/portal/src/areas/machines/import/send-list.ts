import { asUnreachable, readRest } from '../../../api/answer';
import { ApiError, type ErrorFacts } from '../../../errors/api-error';

/** What is refused without being sent. */
const LARGEST_BYTES = 5_000_000;

/** What is wrong with a row of a list. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly details: ErrorFacts;
}

/** What became of a list, or would become of it. */
export interface ImportReport {
  readonly machines: number;
  readonly added: number;
  readonly known: number;
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
  /** The list with a token for each machine; null while it has faults. */
  readonly completed: string | null;
}

/** Sends a list of machines to be checked, or to be made. @throws ApiError */
export async function sendList(door: 'check-import' | 'import', list: Blob): Promise<ImportReport> {
  if (list.size > LARGEST_BYTES) throw new ApiError('TABLE.TOO_LARGE');
  const response = await fetch(`/api/devices/${door}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', accept: 'application/json' }, body: list }).catch(asUnreachable);
  return (await readRest(response)) as ImportReport;
}
