import { gatewayState, perSecond, type GatewayState } from '@tenon/domain/health';
import type { GatewayFaultRow, GatewayRunRow } from '../persistence/gateway.repository.js';

/** What a gateway does, over the last minute and just now. */
export interface GatewayFigures extends Pick<GatewayRunRow, 'connectionCount' | 'waitingMessages' | 'waitingBytes' | 'isHoldingBack' | 'storedAt'> {
  readonly messagesPerSecond: number;
  readonly pointsPerSecond: number;
  readonly refusedCount: number;
  /** The most frequent first. */
  readonly refused: readonly { readonly code: string; readonly count: number }[];
}

/** How a gateway process fares. */
export interface GatewayHealth extends Pick<GatewayRunRow, 'id' | 'name' | 'version' | 'startedAt' | 'seenAt'> {
  readonly state: GatewayState;
  /** Nothing is known of what one does that has ended: its last figures are none of now. */
  readonly figures: GatewayFigures | null;
  readonly faults: readonly GatewayFaultRow[];
}

/** How gateway processes fare; faults are a gateway's, and stand with its newest process. */
export function gatewayHealth(runs: readonly GatewayRunRow[], faults: readonly GatewayFaultRow[]): GatewayHealth[] {
  return runs.map((run, index) => {
    const state = gatewayState(run);
    const isNewest = runs[index - 1]?.name !== run.name;
    const { id, name, version, startedAt, seenAt } = run;
    return { id, name, version, startedAt, seenAt, state, figures: state === 'running' ? figuresOf(run) : null, faults: isNewest ? faults.filter((fault) => fault.name === name) : [] };
  });
}

function figuresOf({ spanMs, messages, points, refused, connectionCount, waitingMessages, waitingBytes, isHoldingBack, storedAt }: GatewayRunRow): GatewayFigures {
  const reasons = Object.entries(refused).map(([code, count]) => ({ code, count }));
  return {
    ...{ connectionCount, waitingMessages, waitingBytes, isHoldingBack, storedAt },
    messagesPerSecond: perSecond(messages, spanMs),
    pointsPerSecond: perSecond(points, spanMs),
    refusedCount: reasons.reduce((sum, { count }) => sum + count, 0),
    refused: reasons.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}
