import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openDatabase } from '@tenon/db';
import { AppointStaff, IdentityApiModule } from '@tenon/identity/api';
import { CoreModule } from '@tenon/nest';
import { createLog, Shutdown } from '@tenon/runtime';
import { randomBytes } from 'node:crypto';
import { envSchema, signInSettings } from '../env.js';

/** Runs the use case beside no api: on a database that it opens and closes again. */
export async function appointOnDatabase(databaseUrl: string, appointment: Parameters<AppointStaff['execute']>[0]): ReturnType<AppointStaff['execute']> {
  const log = createLog({ name: 'appoint-staff', level: 'warn' });
  const shutdown = new Shutdown(log);
  const database = openDatabase({ databaseUrl, log, max: 2 });
  shutdown.add('database', () => database.close());
  // No session outlives this, so what signs them is made for it alone.
  const env = envSchema.parse({ DATABASE_URL: databaseUrl, TENON_SECRET: randomBytes(32).toString('hex') });
  const identity = IdentityApiModule.register({ ...signInSettings(env), log, shutdown });
  const app = await NestFactory.createApplicationContext({ module: class {}, imports: [CoreModule.forParts({ database, log }), identity] }, { logger: false, abortOnError: false });
  try {
    return await app.get(AppointStaff, { strict: false }).execute(appointment);
  } finally {
    await app.close();
    await shutdown.run();
  }
}
