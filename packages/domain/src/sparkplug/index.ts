/**
 * Sparkplug B 3.0 as a host application hears it: payloads, topics, an edge node's session from its birth to its death, and what its metrics come to; and what is written to it.
 * Of its own: its reader of Protocol Buffers takes bytes from strangers and bounds what they come to while it reads.
 */
export { commandWrites } from './command-writes.js';
export type { BirthCertificate, CertifiedMetric } from './birth-certificate.js';
export { DATA_TYPE, type DataType } from './data-type.js';
export { bdSeqOf, type Heard, NodeSession, writableMetrics } from './node-session.js';
export type { SparkplugPayload } from './payload.js';
export type { SparkplugFault, SparkplugReading } from './readings.js';
export { commandTopic, type EdgeNode, isSparkplugFilter, matchingFilters, sparkplugTopic, type SparkplugTopic, statePayload, stateTopic } from './topic.js';
export type { SparkplugValue } from './exact.js';
export { readPayload } from './wire/read-payload.js';
export { commandPayload, isTaken, type MetricWrite, REBIRTH, rebirthRequest, type WritableMetric } from './write-metrics.js';
