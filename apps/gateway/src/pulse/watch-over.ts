import { randomUUID } from 'node:crypto';
import { GatewayRunRepository } from '@tenon/devices/ingest';
import { SECOND_MS } from '@tenon/kernel';
import { PLATFORM_VERSION, type Log } from '@tenon/runtime';
import type { Core } from '../core.js';
import type { GatewayOptions } from '../gateway-options.js';
import type { GatewayFaults } from './gateway-faults.js';
import { HERE } from './place.js';
import { Pulse, type GatewayCounts } from './pulse.js';

const EVERY_MS = 5 * SECOND_MS;

export interface WatchedParts {
  readonly core: Core;
  readonly faults: GatewayFaults;
  readonly connections: () => number;
  readonly log: Log;
}

/** The pulse of a gateway, which tells how it stands; faults that nobody logs are noted too. */
export function watchOver({ gatewayId, pulseMs = EVERY_MS }: GatewayOptions, { core, faults, connections, log }: WatchedParts): Pulse {
  const { pressure } = core.telemetry;
  // It is a state and no error, and may turn often: it is counted, and not logged.
  pressure.onChange((isHigh) => {
    if (isHigh) faults.note(pressure.isHeavy ? 'memory-guard' : 'queue-full', { event: 'ingest.doors-held', label: '', frame: '', trace: '' });
  });
  const repository = new GatewayRunRepository(core.pool, { runId: randomUUID(), gatewayId, version: PLATFORM_VERSION, everyMs: pulseMs, ...HERE });
  return new Pulse({ repository, faults, log, everyMs: pulseMs, read: () => countsOf(core, connections()) });
}

async function countsOf({ telemetry, inbox, refusals }: Core, connections: number): Promise<GatewayCounts> {
  const { pressure, stored } = telemetry;
  const { attributesStored } = inbox;
  const storedAtMs = Math.max(stored.storedAtMs ?? 0, attributesStored.storedAtMs ?? 0);
  return {
    connections,
    messages: stored.messages + attributesStored.messages,
    points: stored.points,
    refused: await refusals.counts(),
    pendingMessages: pressure.messages,
    pendingBytes: pressure.bytes,
    isHolding: pressure.isHigh,
    storedAgoMs: storedAtMs === 0 ? null : Math.max(Date.now() - storedAtMs, 0),
  };
}
