import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openDatabase } from '@tenon/db';
import { ChangeSigningKey, ReadSigningKeys, SigningKeyModule, type ShownKey } from '@tenon/exit/api';
import { CoreModule } from '@tenon/nest';
import { createLog, Shutdown } from '@tenon/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import type { CommandContext } from '../commands/command.js';
import type { ApiEnv } from '../env.js';
import { readSigningKeyRequest, type SigningKeyRequest } from './signing-key-request.js';

type KeyEnv = Pick<ApiEnv, 'DATABASE_URL' | 'TENON_SECRET' | 'TENON_MASTER_KEYS'>;

/** Lists the keys with which the platform signs, makes the next or retires one, and says what stands now. */
export async function signingKey({ args, say }: CommandContext, readEnv: () => KeyEnv): Promise<boolean> {
  const request = readSigningKeyRequest(args);
  await withKeys(readEnv(), async (app) => {
    (await answer(app.get(ChangeSigningKey), request)).forEach((line) => say(line));
    (await app.get(ReadSigningKeys).execute()).forEach((key) => say(lineOf(key)));
  });
  return true;
}

async function answer(change: ChangeSigningKey, request: SigningKeyRequest): Promise<string[]> {
  if (request.what === 'list') return [];
  if (request.what === 'new') return [`From now on ${await change.renew()} signs. What was signed before stays good.`, ''];
  const { retired, inUse } = await change.retire(request.key);
  const rest = request.key.compromisedSince ? ', and is no longer believed from the moment below on' : '; what it signed stays good';
  return [`${retired} signs nothing more${rest}. ${inUse} signs.`, ''];
}

function lineOf({ keyId, createdAt, retiredAt, compromisedAt }: ShownKey): string {
  const state = [compromisedAt && `compromised since ${compromisedAt}`, retiredAt ? `retired since ${retiredAt}` : 'in use'].filter(Boolean).join(', ');
  return `${keyId}  made ${createdAt}, ${state}`;
}

async function withKeys(env: KeyEnv, work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const log = createLog({ name: 'signing-key', level: 'warn' });
  const shutdown = new Shutdown(log);
  const database = openDatabase({ databaseUrl: env.DATABASE_URL, log, max: 2 });
  shutdown.add('database', () => database.close());
  const keys = SigningKeyModule.register({ secretHex: env.TENON_SECRET, masterKeysHex: env.TENON_MASTER_KEYS });
  const app = await NestFactory.createApplicationContext({ module: class {}, imports: [CoreModule.forParts({ database, log }), keys] }, { logger: false, abortOnError: false });
  try {
    await work(app);
  } finally {
    await app.close();
    await shutdown.run();
  }
}
