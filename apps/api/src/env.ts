import path from 'node:path';
import { Payee, type StripeSettings } from '@tenon/billing/api';
import type { SignInLimits, SignInOptions } from '@tenon/identity/api';
import type { BackupPlace } from '@tenon/office/api';
import { cardEnv, masterKeysEnv, outgoingEnv, payeeEnv, port, processEnv, readEnv } from '@tenon/runtime';
import { z } from 'zod';
import { trustedProxies } from './trusted-proxies.js';

const limit = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** The api's environment. */
export const envSchema = z.object({
  ...processEnv,
  ...masterKeysEnv,
  ...outgoingEnv,
  API_PORT: port(4_000),
  MQTT_PORT: port(1_883),
  /** MQTT over TLS, which the gateway opens where it has a certificate. */
  MQTT_TLS_PORT: port(8_883),
  MQTT_TLS_CERT_FILE: z.string().optional(),
  DEVICE_HTTP_PORT: port(8_080),
  /** Host name machines reach us by; empty: the one the portal was reached by. */
  DEVICE_HOST: z.string().optional(),
  /** The portal's address as people type it; links in mails lead there. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** Proxies whose word is taken for a browser's address. */
  TRUSTED_PROXIES: trustedProxies,
  /** Wrong passwords in five minutes: for one e-mail from one address, for one e-mail from anywhere, from one address. */
  SIGN_IN_TRIES_PER_PERSON: limit(10),
  SIGN_IN_TRIES_PER_EMAIL: limit(300),
  SIGN_IN_TRIES_PER_ADDRESS: limit(100),
  /** In an hour. */
  SECOND_FACTOR_TRIES_PER_PERSON: limit(20),
  SIGN_UPS_PER_ADDRESS: limit(60),
  RESETS_PER_EMAIL: limit(5),
  RESETS_PER_ADDRESS: limit(60),
  /** Whether staff of the platform are asked for a second factor, or only those who have one. */
  STAFF_SECOND_FACTOR: z.enum(['demanded', 'optional']).default('demanded'),
  ...payeeEnv,
  ...cardEnv,
  /** Name servers that say whose a domain is, `address` or `address:port` with commas between; empty: the system's. */
  DNS_SERVERS: z.string().default('').transform((text) => text.split(',').map((server) => server.trim()).filter((server) => server !== '')),
  /** Where exports of companies are kept; empty: in the data folder. Workers write them there. */
  EXPORT_DIR: z.string().optional(),
  /** The longest file of old readings that is taken, in gigabytes. It lies in EXPORT_DIR until it is read. */
  IMPORT_MAX_GB: z.coerce.number().positive().max(100).default(4),
  /** Where backups of the bundled database lie (empty: the data folder's name with "-backups"), how often one is taken in hours (0: never), how many stay. */
  BACKUP_DIR: z.string().optional(),
  BACKUP_EVERY_HOURS: z.coerce.number().int().min(0).default(24),
  BACKUP_KEEP: z.coerce.number().int().min(1).default(7),
  TENON_DATA_DIR: z.string().default('.data').transform((folder) => path.resolve(folder)),
});

export type ApiEnv = z.infer<typeof envSchema>;

/** The limits of sign-in, as the environment sets them. */
function signInLimits(env: ApiEnv): SignInLimits {
  return {
    perPerson: env.SIGN_IN_TRIES_PER_PERSON,
    perEmail: env.SIGN_IN_TRIES_PER_EMAIL,
    perAddress: env.SIGN_IN_TRIES_PER_ADDRESS,
    codesPerPerson: env.SECOND_FACTOR_TRIES_PER_PERSON,
    signUpsPerAddress: env.SIGN_UPS_PER_ADDRESS,
    resetsPerEmail: env.RESETS_PER_EMAIL,
    resetsPerAddress: env.RESETS_PER_ADDRESS,
  };
}

/** To whom invoices are paid. */
export function payeeOf(env: ApiEnv): Payee {
  return new Payee({ name: env.PAYEE_NAME, taxNumber: env.PAYEE_TAX_NUMBER, addressAndPhone: env.PAYEE_ADDRESS_AND_PHONE, bank: env.PAYEE_BANK, account: env.PAYEE_ACCOUNT, takesCards: cardsOf(env) !== null });
}

/** How the payment service is reached; null unless both its key and the secret of its messages are set. */
export function cardsOf({ STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl, PUBLIC_URL: publicUrl }: ApiEnv): StripeSettings | null {
  return secretKey !== '' && webhookSecret !== '' ? { secretKey, webhookSecret, apiUrl, publicUrl } : null;
}

/** Where exports of companies are. */
export function exportFolder({ EXPORT_DIR, TENON_DATA_DIR }: Pick<ApiEnv, 'EXPORT_DIR' | 'TENON_DATA_DIR'>): string {
  return path.resolve(EXPORT_DIR ?? path.join(TENON_DATA_DIR, 'exports'));
}

/** Where files lie that are imported: with exports, which api and workers share too. */
export function historyFiles(env: Pick<ApiEnv, 'EXPORT_DIR' | 'TENON_DATA_DIR' | 'IMPORT_MAX_GB'>): { readonly folder: string; readonly maxBytes: number } {
  return { folder: exportFolder(env), maxBytes: env.IMPORT_MAX_GB * 1e9 };
}

/** Where backups lie, and how they are kept. */
export function backupPlace({ BACKUP_DIR, BACKUP_EVERY_HOURS, BACKUP_KEEP, TENON_DATA_DIR }: Pick<ApiEnv, 'BACKUP_DIR' | 'BACKUP_EVERY_HOURS' | 'BACKUP_KEEP' | 'TENON_DATA_DIR'>): BackupPlace {
  return { home: path.resolve(BACKUP_DIR ?? `${TENON_DATA_DIR}-backups`), everyHours: BACKUP_EVERY_HOURS, keep: BACKUP_KEEP, dataDir: TENON_DATA_DIR };
}

/** What sign-in is told of the environment. */
export function signInSettings(env: ApiEnv): Pick<SignInOptions, 'databaseUrl' | 'secretHex' | 'masterKeysHex' | 'isStaffSecondFactorOptional' | 'publicUrl' | 'limits' | 'allowedHosts' | 'dnsServers'> {
  return {
    databaseUrl: env.DATABASE_URL,
    secretHex: env.TENON_SECRET,
    masterKeysHex: env.TENON_MASTER_KEYS,
    isStaffSecondFactorOptional: env.STAFF_SECOND_FACTOR === 'optional',
    publicUrl: env.PUBLIC_URL,
    limits: signInLimits(env),
    allowedHosts: env.OUTGOING_ALLOWED_HOSTS,
    dnsServers: env.DNS_SERVERS,
  };
}

/** The database alone, for a command that needs no more. */
export function readDatabaseUrl(): string {
  return readEnv(envSchema.pick({ DATABASE_URL: true }), process.env).DATABASE_URL;
}

export function readApiEnv(): ApiEnv {
  return readEnv(envSchema, process.env);
}
