import { NestFactory } from '@nestjs/core';
import { BillingApiModule } from '@tenon/billing/api';
import { openDatabase } from '@tenon/db';
import { FlagsApiModule } from '@tenon/flags/api';
import { IdentityApiModule } from '@tenon/identity/api';
import { CoreModule } from '@tenon/nest';
import { createLog, Shutdown } from '@tenon/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { signInSettings, type ApiEnv } from '../env.js';

/** Runs a use case of identity beside no api: on a database that it opens, and closes again whatever comes of it. */
export async function withIdentity<Result>(name: string, env: ApiEnv, work: (app: INestApplicationContext) => Promise<Result>): Promise<Result> {
  const log = createLog({ name, level: 'warn' });
  const shutdown = new Shutdown(log);
  const database = openDatabase({ databaseUrl: env.DATABASE_URL, log, max: 2 });
  shutdown.add('database', () => database.close());
  const identity = IdentityApiModule.register({ ...signInSettings(env), log, shutdown });
  // Billing says whether a plan has room for one more person, and asks which of its doors are behind a flag.
  const imports = [CoreModule.forParts({ database, log }), FlagsApiModule, BillingApiModule.register(), identity];
  const app = await NestFactory.createApplicationContext({ module: class {}, imports }, { logger: false, abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
    await shutdown.run();
  }
}
