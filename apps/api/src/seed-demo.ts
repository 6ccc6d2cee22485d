import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openDatabase } from '@tenon/db';
import { createLog, createMetrics, RefusalCount, Shutdown } from '@tenon/runtime';
import { ApiModule } from './app.module.js';
import { readApiEnv } from './env.js';
import { DemoSeed } from './seed/demo-seed.js';

/** Makes the demo company, or what of it is missing; says how to look at it, as JSON, on its last line. */
const env = readApiEnv();
const log = createLog({ name: 'seed-demo', level: 'warn' });
const shutdown = new Shutdown(log);
const database = openDatabase({ databaseUrl: env.DATABASE_URL, log, max: 4 });
shutdown.add('database', () => database.close());
const app = await NestFactory.createApplicationContext(ApiModule.register({ env, log, database, shutdown, refusals: new RefusalCount(createMetrics('seed-demo')) }), { logger: false, abortOnError: false });
try {
  const { done: _done, ...access } = await new DemoSeed(app, env, (line) => process.stdout.write(`${line}\n`)).run();
  process.stdout.write(`${JSON.stringify(access)}\n`);
} finally {
  await app.close();
  await shutdown.run();
}
