import path from 'node:path';
import { Payee, type StripeSettings } from '@tenon/billing/worker';
import { cardEnv, masterKeysEnv, outgoingEnv, payeeEnv, port, processEnv, readEnv } from '@tenon/runtime';
import { z } from 'zod';

/** The worker's environment. */
export const envSchema = z.object({
  ...processEnv,
  ...masterKeysEnv,
  ...outgoingEnv,
  ...payeeEnv,
  ...cardEnv,
  REDIS_URL: z.url().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Tenon <no-reply@tenon.example>'),
  /** The portal's address as people type it; links in mails lead there. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  WORKER_PORT: port(4_100),
  MQTT_PORT: port(1_883),
  /** How often a simulated machine publishes. */
  SIMULATOR_INTERVAL_MS: z.coerce.number().int().min(100).default(2_000),
  /** Where simulated machines find the gateway; empty: beside the worker, on MQTT_PORT. */
  SIMULATOR_MQTT_URL: z.url({ protocol: /^mqtts?$/, error: 'must be an address of the form mqtt://host:1883' }).optional(),
  /** Months of telemetry that are kept. */
  TELEMETRY_KEEP_MONTHS: z.coerce.number().int().min(1).default(120),
  /** Hours after a day (UTC) ended when its points are moved into blocks, which take a tenth of the space. */
  TELEMETRY_COMPACT_AFTER_HOURS: z.coerce.number().int().min(0).default(6),
  /** How backups of the bundled database are kept, for certificates of erasure: how often in hours (0: never), and how many. */
  BACKUP_EVERY_HOURS: z.coerce.number().int().min(0).default(24),
  BACKUP_KEEP: z.coerce.number().int().min(1).default(7),
  /** Where exports of companies are written; empty: in the data folder. The api hands them out from there. */
  EXPORT_DIR: z.string().optional(),
  /** The longest file of old readings that is taken, in gigabytes. It lies in EXPORT_DIR until it is read. */
  IMPORT_MAX_GB: z.coerce.number().positive().max(100).default(4),
  TENON_DATA_DIR: z.string().default('.data').transform((folder) => path.resolve(folder)),
});

export type WorkerEnv = z.infer<typeof envSchema>;

/** Where the worker's simulated machines connect to. */
export function simulatorBrokerUrl({ SIMULATOR_MQTT_URL, MQTT_PORT }: Pick<WorkerEnv, 'SIMULATOR_MQTT_URL' | 'MQTT_PORT'>): string {
  return SIMULATOR_MQTT_URL ?? `mqtt://127.0.0.1:${MQTT_PORT}`;
}

/** Who issues invoices. */
export function payeeOf(env: WorkerEnv): Payee {
  return new Payee({ name: env.PAYEE_NAME, taxNumber: env.PAYEE_TAX_NUMBER, addressAndPhone: env.PAYEE_ADDRESS_AND_PHONE, bank: env.PAYEE_BANK, account: env.PAYEE_ACCOUNT });
}

/** How the payment service is reached; null unless it is set up. The api reads its messages. */
export function cardsOf({ STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl, PUBLIC_URL: publicUrl }: WorkerEnv): StripeSettings | null {
  return secretKey === '' ? null : { secretKey, webhookSecret: '', apiUrl, publicUrl };
}

/** Where exports of companies are. */
export function exportFolder({ EXPORT_DIR, TENON_DATA_DIR }: Pick<WorkerEnv, 'EXPORT_DIR' | 'TENON_DATA_DIR'>): string {
  return path.resolve(EXPORT_DIR ?? path.join(TENON_DATA_DIR, 'exports'));
}

/** Where files lie that are imported: with exports, which api and workers share too. */
export function historyFiles(env: Pick<WorkerEnv, 'EXPORT_DIR' | 'TENON_DATA_DIR' | 'IMPORT_MAX_GB'>): { readonly folder: string; readonly maxBytes: number } {
  return { folder: exportFolder(env), maxBytes: env.IMPORT_MAX_GB * 1e9 };
}

export function readWorkerEnv(): WorkerEnv {
  return readEnv(envSchema, process.env);
}
