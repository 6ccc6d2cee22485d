import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openDatabase } from '@tenon/db';
import { IdentityApiModule, RotateKeys } from '@tenon/identity/api';
import { CoreModule } from '@tenon/nest';
import { createLog, Shutdown } from '@tenon/runtime';
import type { CommandContext } from '../commands/command.js';
import { readApiEnv, signInSettings } from '../env.js';

/** Seals every secret at rest anew, by the keys of the environment. @returns whether none stayed as it was */
export async function rotateKeys({ say }: CommandContext): Promise<boolean> {
  const env = readApiEnv();
  const log = createLog({ name: 'rotate-keys', level: 'warn' });
  const shutdown = new Shutdown(log);
  const database = openDatabase({ databaseUrl: env.DATABASE_URL, log, max: 2 });
  shutdown.add('database', () => database.close());
  const identity = IdentityApiModule.register({ ...signInSettings(env), log, shutdown });
  const app = await NestFactory.createApplicationContext({ module: class {}, imports: [CoreModule.forParts({ database, log }), identity] }, { logger: false, abortOnError: false });
  try {
    const { sealed, left } = await app.get(RotateKeys, { strict: false }).execute();
    for (const { column, id, code } of left) say(`✗ ${column} of ${id} stays as it was: ${code}`);
    say(`${sealed} sealed anew, ${left.length} left as they were.`);
    return left.length === 0;
  } finally {
    await app.close();
    await shutdown.run();
  }
}
