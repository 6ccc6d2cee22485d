import { z } from 'zod';
import { AppError } from '@tenon/kernel';

/**
 * Reads a process's environment by its schema and reports every fault at once.
 * An empty variable counts as absent, as compose files and shells leave them so.
 * @throws AppError (invalid) ENV.INVALID, with one line a fault
 */
export function readEnv<Schema extends z.ZodType>(schema: Schema, source: NodeJS.ProcessEnv): z.output<Schema> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'environment'}: ${issue.message}`);
  throw new AppError('invalid', 'ENV.INVALID', `The environment does not hold:\n  ${faults.join('\n  ')}`, { faults });
}

/** A TCP port; 0 lets the system choose. */
export const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

/** What every server process reads. */
export const processEnv = {
  DATABASE_URL: z.url(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** 64 hexadecimal digits from which the platform derives its keys. */
  TENON_SECRET: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  /** `1` where a supervisor holds the process's standard input and its end means: stop. */
  TENON_SUPERVISED: z.enum(['0', '1']).default('0'),
};

const inCommas = (text: string): string[] => text.split(',').map((each) => each.trim()).filter((each) => each !== '');

/** Master keys of secrets at rest, for the processes that seal or open any: 64 hexadecimal digits each, with commas between. */
export const masterKeysEnv = {
  TENON_MASTER_KEYS: z
    .string()
    .default('')
    .transform(inCommas)
    .refine((keys) => keys.every((key) => /^[0-9a-f]{64}$/.test(key)), 'must be 64 hexadecimal digits each, with commas between'),
};

/** For the processes that ask the payment service by which cards are taken. */
export const cardEnv = {
  /** Key of Stripe's API; empty: no cards are taken. */
  STRIPE_SECRET_KEY: z.string().default(''),
  /** By which Stripe signs what it tells us. */
  STRIPE_WEBHOOK_SECRET: z.string().default(''),
  /** Where Stripe's API stands, if not at its own address. */
  STRIPE_API_URL: z.preprocess((text) => (text === '' ? undefined : text), z.url({ protocol: /^https?$/ }).optional()),
};

/** For the processes that write invoices: who issues them, and the account into which they are paid. */
export const payeeEnv = {
  PAYEE_NAME: z.string().default(''),
  PAYEE_TAX_NUMBER: z.string().default(''),
  PAYEE_ADDRESS_AND_PHONE: z.string().default(''),
  PAYEE_BANK: z.string().default(''),
  PAYEE_ACCOUNT: z.string().default(''),
};

/** For the processes that call addresses of companies' choice: hosts where plain HTTP and private addresses are allowed, too. */
export const outgoingEnv = {
  OUTGOING_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform(inCommas)
    .refine((hosts) => hosts.every((host) => /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host)), 'must be host or host:port each, with commas between'),
};
