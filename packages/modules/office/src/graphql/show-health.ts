import type { Health } from '../application/read-health.js';

/** The platform's health in the words of the schema. */
export function showHealth({ operations, faults }: Health) {
  return {
    operations: operations.map((operation) => ({ ...operation, kind: operation.kind.toUpperCase() })),
    faults: faults.map((fault) => ({ ...fault, firstSeenAt: fault.firstSeenAt.toISOString(), lastSeenAt: fault.lastSeenAt.toISOString() })),
  };
}
