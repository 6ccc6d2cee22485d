/** The gateway's door into machines: whose token it is, who is connected, what was refused and why. */
export type { Admission } from './ingest/admission.js';
export { AttributeWriter, type AttributeLimits } from './ingest/attribute-writer.js';
export { AttributeRepository } from './ingest/attribute.repository.js';
export { ChildDeviceRepository } from './ingest/child-device.repository.js';
export { ChildDevices, type ChildLimits } from './ingest/child-devices.js';
export { Coalescer } from './ingest/coalescer.js';
export { DeviceDirectory, tokenDigest, type DirectoryLimits } from './ingest/device-directory.js';
export type { DeviceRef, Door } from './ingest/device-ref.js';
export { watchDevices, type DeviceWatchOptions } from './ingest/device-watch.js';
export { GatewayRunRepository, type GatewayBeat, type GatheredFault, type NameHolder } from './ingest/gateway-run.repository.js';
export { IngestRefusalRepository } from './ingest/ingest-refusal.repository.js';
export { MachineStateRepository, type DesiredChanges, type MachineState, type ToldUntil, type WantedState } from './ingest/machine-state.repository.js';
export { OutgoingCommandRepository, type ClaimedCommand, type HandOver, type ListeningDevice } from './ingest/outgoing-command.repository.js';
export { PresenceRecorder } from './ingest/presence-recorder.js';
export { PresenceRepository } from './ingest/presence.repository.js';
export { RefusalRecorder, type Refusal } from './ingest/refusal-recorder.js';
export { TokenLookup } from './ingest/token-lookup.js';
