import path from 'node:path';
import { port, processEnv, readEnv } from '@tenon/runtime';
import { z } from 'zod';

/** The api's environment. */
export const envSchema = z.object({
  ...processEnv,
  API_PORT: port(4_000),
  MQTT_PORT: port(1_883),
  DEVICE_HTTP_PORT: port(8_080),
  /** Host name machines reach us by; empty: the one the portal was reached by. */
  DEVICE_HOST: z.string().optional(),
  /** The portal's address as people type it; links in mails lead there. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  TENON_DATA_DIR: z.string().default('.data').transform((folder) => path.resolve(folder)),
});

export type ApiEnv = z.infer<typeof envSchema>;

export function readApiEnv(): ApiEnv {
  return readEnv(envSchema, process.env);
}
