import { port, processEnv, readEnv } from '@tenon/runtime';
import { z } from 'zod';

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** What the gateway reads from its environment; `.env.example` lists it. */
export const gatewayEnvSchema = z.object({
  ...processEnv,
  MQTT_PORT: port(1_883),
  DEVICE_HTTP_PORT: port(8_080),
  /** MQTT over TLS, where there is a certificate. */
  MQTT_TLS_PORT: port(8_883),
  /** PEM files: the certificate with those between it and the authority, and its key. Renewed ones are found within a minute. */
  MQTT_TLS_CERT_FILE: z.string().optional(),
  MQTT_TLS_KEY_FILE: z.string().optional(),
  /** Tells gateways of one platform apart: who holds a machine's connection. Keep it over restarts. */
  GATEWAY_ID: z.string().min(1).max(64).default('gateway'),
  /** By which edge nodes of Sparkplug B know the platform: their primary host application. */
  SPARKPLUG_HOST_ID: z.string().regex(/^[^+#/\p{Cc}]{1,64}$/u).default('tenon'),
  GATEWAY_MAX_CONNECTIONS: count(20_000),
  GATEWAY_MAX_PACKET_BYTES: count(262_144),
  /** Messages a second that one machine may send, over any door, each reading of a message counted; twice as many at once. */
  GATEWAY_MESSAGES_PER_SECOND: count(5_000),
  /** Months of telemetry that are kept; what is older is refused, as the worker would drop it. */
  TELEMETRY_KEEP_MONTHS: z.coerce.number().int().min(1).default(120),
  /** Connection attempts a minute from one address; as many at once. */
  GATEWAY_CONNECTS_PER_MINUTE: count(3_000),
}).refine((env) => !env.MQTT_TLS_CERT_FILE === !env.MQTT_TLS_KEY_FILE, { path: ['MQTT_TLS_CERT_FILE'], message: 'goes with MQTT_TLS_KEY_FILE: set both, or neither' });

export type GatewayEnv = z.output<typeof gatewayEnvSchema>;

/** @throws AppError (invalid) ENV.INVALID, with every fault */
export function readGatewayEnv(): GatewayEnv {
  return readEnv(gatewayEnvSchema, process.env);
}
