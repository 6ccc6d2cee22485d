import { readFileSync } from 'node:fs';

/** Where the platform under test is. */
export interface Platform {
  readonly portalUrl: string;
  readonly apiUrl: string;
  readonly mqttUrl: string;
  readonly deviceHttpUrl: string;
  readonly processes: Readonly<Record<string, number>>;
  readonly demo: { readonly email: string; readonly password: string; readonly staffEmail: string; readonly staffPassword: string; readonly token: string; readonly deviceName: string };
}

/** The environment for a command that a journey runs. */
export function commandEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

function said(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run journeys by npm test`);
  return value;
}

/** Reads the addresses that the running platform keeps in its data folder; again each time, as processes come and go. */
export function platform(): Platform {
  return JSON.parse(readFileSync(platformFile(), 'utf8')) as Platform;
}

/** Where it keeps them. */
export function platformFile(): string {
  return said('TENON_PLATFORM_FILE');
}

/** The port on this machine at which the platform asks whose a domain is. Nobody answers there but a journey that is about it. */
export function nameServerPort(): number {
  return Number(said('DNS_SERVERS').split(':')[1]);
}

/** Where the platform looks for Stripe, and by which secrets. */
export function stripeEnv(): Record<'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET' | 'STRIPE_API_URL', string> {
  return { STRIPE_SECRET_KEY: said('STRIPE_SECRET_KEY'), STRIPE_WEBHOOK_SECRET: said('STRIPE_WEBHOOK_SECRET'), STRIPE_API_URL: said('STRIPE_API_URL') };
}

/** Whether pages leave pictures in `e2e/artifacts`; a failure leaves one always. */
export function arePicturesWanted(): boolean {
  return Boolean(process.env['TENON_PICTURES']);
}

/** Whether journeys are gone through whole, in each of their languages, on each of their screens, with each of their kills: nightly, and when they are asked for by name. */
export function isWhole(): boolean {
  return Boolean(process.env['TENON_EACH_LANGUAGE']);
}

/** How many kills somebody asks for: of whoever wants more than a nightly run has. */
export function killsAsked(): number | null {
  const asked = process.env['TENON_KILLS'];
  return asked ? Number(asked) : null;
}

/** The order in which processes are killed: a new one each run, or that of a run which failed. */
export function killSeed(): number {
  const asked = process.env['TENON_KILL_SEED'];
  return asked ? Number(asked) : Date.now() % 1_000_000_007;
}
