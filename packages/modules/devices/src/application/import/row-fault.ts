import type { ErrorDetails } from '@tenon/kernel';

/** What is wrong with a row of a list. */
export interface RowFault {
  readonly row: number;
  /** The head of the column it is about. */
  readonly column: string;
  /** Stable; the portal has plain words for each. */
  readonly code: string;
  readonly details: ErrorDetails;
}

/** What became of a list, or would become of it. */
export interface ImportReport {
  /** Machines that the list names. */
  readonly machines: number;
  /** Those that are added, or would be. */
  readonly added: number;
  /** Those that were there already with this very token: the list was sent before. */
  readonly known: number;
  /** The first of them; a list with any adds nothing. */
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
  /** The list as CSV, each machine with its token; null while it has faults. */
  readonly completed: string | null;
}
