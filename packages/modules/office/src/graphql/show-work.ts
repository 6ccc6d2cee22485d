import type { Work } from '../application/platform-work.js';
import type { JobRow } from '../persistence/job.repository.js';

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** The platform's work in the words of the schema; what holds of all kinds is the sum of each. */
export function showWork({ kinds, gateways }: Work) {
  const sum = (name: 'waitingCount' | 'runningCount' | 'failedCount' | 'doneCount'): number => kinds.reduce((total, kind) => total + kind[name], 0);
  const oldest = kinds.flatMap(({ oldestWaitingAt }) => (oldestWaitingAt ? [oldestWaitingAt.getTime()] : []));
  return {
    waitingCount: sum('waitingCount'),
    runningCount: sum('runningCount'),
    failedCount: sum('failedCount'),
    doneCount: sum('doneCount'),
    oldestWaitingAt: oldest.length > 0 ? new Date(Math.min(...oldest)).toISOString() : null,
    kinds: kinds.map((kind) => ({ ...kind, oldestWaitingAt: iso(kind.oldestWaitingAt) })),
    gateways: gateways.map((gateway) => ({ ...gateway, lastSeenAt: iso(gateway.lastSeenAt) })),
  };
}

/** A job in the words of the schema. */
export function showJob({ tenantId, tenantName, ...job }: JobRow) {
  return {
    ...job,
    state: job.state.toUpperCase(),
    company: tenantId ? { id: tenantId, name: tenantName ?? '' } : null,
    createdAt: job.createdAt.toISOString(),
    startedAt: iso(job.startedAt),
    finishedAt: iso(job.finishedAt),
  };
}
