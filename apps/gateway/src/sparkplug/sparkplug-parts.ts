import type { ChildDevices, OutgoingCommandRepository, PresenceRecorder, RefusalRecorder, SparkplugRecorder } from '@tenon/devices/ingest';
import type { DecodeLimits } from '@tenon/domain/telemetry';
import type { Log } from '@tenon/runtime';
import type { TelemetryIngest } from '@tenon/telemetry/ingest';
import type { CommandPost } from '../downlink/command-post.js';

/** What all edge nodes of a gateway work with. */
export interface SparkplugParts {
  readonly telemetry: TelemetryIngest;
  readonly children: ChildDevices;
  readonly presence: PresenceRecorder;
  readonly refusals: RefusalRecorder;
  readonly commands: CommandPost;
  readonly answers: OutgoingCommandRepository;
  readonly recorder: SparkplugRecorder;
  readonly decode: DecodeLimits;
  readonly maxPayloadBytes: number;
  /** By which edge nodes know this host application. */
  readonly hostId: string;
  readonly log: Log;
}
