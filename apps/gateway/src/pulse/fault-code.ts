import { isDatabaseAway, isDatabaseFull, sqlFault } from '@tenon/db';
import type { GatewayFaultCode } from '@tenon/domain/health';

/** What the lines of the log are about that tell of a fault, by their event. */
const BY_EVENT: Readonly<Record<string, GatewayFaultCode>> = {
  'db.away': 'database-away',
  'db.idle-connection-lost': 'database-away',
  'db.listener-lost': 'database-away',
  'db.listener-not-back': 'database-away',
  'ingest.database-away': 'database-away',
  'ingest.message-not-read': 'not-stored',
  'ingest.message-not-stored': 'not-stored',
  'ingest.metrics-not-resolved': 'not-stored',
  'devices.attributes-not-stored': 'not-stored',
  'ingest.kinds-not-recorded': 'not-noted',
  'devices.presence-not-recorded': 'not-noted',
  'devices.refusals-not-recorded': 'not-noted',
  'devices.tokens-not-read': 'not-noted',
  'billing.full-days-not-read': 'not-noted',
  'gateway.pulse-not-written': 'not-noted',
  'gateway.name-taken': 'name-taken',
  'mqtt.packet-not-handled': 'survived',
  'process.unhandled-rejection': 'survived',
};

/** PostgreSQL's word for a reference to what is not there: a machine that was removed meanwhile is nobody's fault. */
const IS_GONE = '23503';

/** Which fault of the gateway a line of its log tells of, or none. Every error is one; of warnings those are that are known. */
export function faultCode(level: 'warn' | 'error', event: string, error: unknown): GatewayFaultCode | null {
  if (isDatabaseFull(error)) return 'database-full';
  if (isDatabaseAway(error)) return 'database-away';
  if (level === 'warn' && sqlFault(error)?.state === IS_GONE) return null;
  return BY_EVENT[event] ?? (level === 'error' ? 'other' : null);
}
