import 'reflect-metadata';
import { AppointStaff } from '@tenon/identity/api';
import { randomBytes } from 'node:crypto';
import { withIdentity } from '../commands/with-identity.js';
import { envSchema } from '../env.js';

/** Runs the use case on a database. */
export function appointOnDatabase(databaseUrl: string, appointment: Parameters<AppointStaff['execute']>[0]): ReturnType<AppointStaff['execute']> {
  // No session outlives this, so what signs them is made for it alone.
  const env = envSchema.parse({ DATABASE_URL: databaseUrl, TENON_SECRET: randomBytes(32).toString('hex') });
  return withIdentity('appoint-staff', env, (app) => app.get(AppointStaff, { strict: false }).execute(appointment));
}
