import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openDatabase } from '@tenon/db';
import { AppointStaff, IdentityApiModule } from '@tenon/identity/api';
import { toAppError } from '@tenon/kernel';
import { CoreModule } from '@tenon/nest';
import { createLog, Shutdown } from '@tenon/runtime';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { readDatabaseUrl, signInLimits, envSchema } from './env.js';
import { newPassword, readAppointment, type AppointmentRequest } from './staff/appointment.js';

/** Appoints somebody of the platform office, on the database that DATABASE_URL names, and says how they sign in. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function appoint({ email, name, role, isPasswordGiven }: AppointmentRequest, databaseUrl: string): Promise<void> {
  const log = createLog({ name: 'appoint-staff', level: 'warn' });
  const shutdown = new Shutdown(log);
  const database = openDatabase({ databaseUrl, log, max: 2 });
  shutdown.add('database', () => database.close());
  const password = isPasswordGiven ? (await text(process.stdin)).replace(/\r?\n[^]*$/, '') : newPassword();
  // No session outlives this command, so what signs them is made for it alone.
  const env = envSchema.parse({ DATABASE_URL: databaseUrl, TENON_SECRET: randomBytes(32).toString('hex') });
  const identity = IdentityApiModule.register({ databaseUrl, secretHex: env.TENON_SECRET, publicUrl: env.PUBLIC_URL, limits: signInLimits(env), log, shutdown });
  const app = await NestFactory.createApplicationContext({ module: class {}, imports: [CoreModule.forParts({ database, log }), identity] }, { logger: false, abortOnError: false });
  try {
    const { isPasswordSet } = await app.get(AppointStaff, { strict: false }).execute({ email, name, role, password });
    say(`${email} is ${role} of the platform office.`);
    if (!isPasswordSet) say('The password stays as it was.');
    else if (!isPasswordGiven) say(`Password: ${password}\nIt is shown only here. To choose another, ask for a link at the sign-in page.`);
  } finally {
    await app.close();
    await shutdown.run();
  }
}

try {
  await appoint(readAppointment(process.argv.slice(2)), readDatabaseUrl());
} catch (error) {
  const { kind, message, code } = toAppError(error);
  process.stderr.write(kind === 'bug' && error instanceof Error ? `${error.stack ?? error.message}\n` : `${message} (${code})\n`);
  process.exitCode = 1;
}
