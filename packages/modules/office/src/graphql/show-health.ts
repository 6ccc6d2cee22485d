import type { GatewayHealth } from '../application/gateway-health.js';
import type { Health } from '../application/read-health.js';

/** The platform's health in the words of the schema. */
export function showHealth({ operations, faults, gateways }: Health) {
  return {
    operations: operations.map((operation) => ({ ...operation, kind: operation.kind.toUpperCase() })),
    faults: faults.map((fault) => ({ ...fault, firstSeenAt: fault.firstSeenAt.toISOString(), lastSeenAt: fault.lastSeenAt.toISOString() })),
    gateways: gateways.map(showGateway),
  };
}

function showGateway({ state, startedAt, seenAt, figures, faults, ...gateway }: GatewayHealth) {
  return {
    ...gateway,
    state: state.toUpperCase(),
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    figures: figures && { ...figures, storedAt: figures.storedAt?.toISOString() ?? null },
    faults: faults.map(({ code, count, firstSeenAt, lastSeenAt, event, label, frame, trace }) => ({
      ...{ count, event, label, frame, trace },
      code: code.toUpperCase().replaceAll('-', '_'),
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
}
