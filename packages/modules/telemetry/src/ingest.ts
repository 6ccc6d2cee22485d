/** The gateway's door into telemetry: from a payload to rows that are committed. */
export { DEFAULT_INGEST_LIMITS, type IngestLimits } from './ingest/ingest-limits.js';
export type { IngestDevice } from './ingest/layout.js';
export { MessageKeyRepository } from './ingest/message-key.repository.js';
export { weightOf, type Pressure } from './ingest/pressure.js';
export type { Done } from './ingest/rows.js';
export { TelemetryIngest, type IncomingReadings, type IncomingTelemetry, type TelemetryIngestOptions } from './ingest/telemetry-ingest.js';
