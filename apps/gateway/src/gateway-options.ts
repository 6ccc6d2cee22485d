import type { Log, Registry } from '@tenon/runtime';
import type { IngestLimits } from '@tenon/telemetry/ingest';
import type { MqttSettings } from './mqtt/door-settings.js';
import type { TlsSettings } from './mqtt/tls-listener.js';
import type { GatewayFaults } from './pulse/gateway-faults.js';

/** What a gateway is told. */
export interface GatewayOptions {
  readonly databaseUrl: string;
  readonly mqttPort: number;
  readonly httpPort: number;
  /** Where MQTT over TLS is listened for, if at all. */
  readonly mqttTls?: TlsSettings;
  readonly gatewayId: string;
  readonly connectsPerMinute: number;
  readonly log: Log;
  readonly registry: Registry;
  /** How long a request over HTTP may take to come whole. */
  readonly httpPatienceMs?: number;
  readonly mqtt?: Partial<MqttSettings>;
  readonly ingest?: Partial<IngestLimits>;
  /** By which edge nodes know the Sparkplug host application that it is. */
  readonly sparkplugHostId?: string;
  /** Where faults of before are gathered; its own by default. */
  readonly faults?: GatewayFaults;
  /** How often the platform office is told how this gateway stands. */
  readonly pulseMs?: number;
}
