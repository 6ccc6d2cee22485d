import type { MachineSelectionInput, MachinesQueryVariables } from '../../generated/documents';

/** The machines that something is to be done to. */
export interface Meant {
  readonly count: number;
  readonly machines: MachineSelectionInput;
}

/** Machines that were chosen one by one. */
export function named(ids: readonly string[]): Meant {
  return { count: ids.length, machines: { deviceIds: [...ids] } };
}

/** All that match what the list shows, of which there are so many. */
export function matching(expectedCount: number, { search, connection, filter }: Pick<MachinesQueryVariables, 'search' | 'connection' | 'filter'>): Meant {
  return { count: expectedCount, machines: { matching: { expectedCount, search, connection, filter } } };
}
