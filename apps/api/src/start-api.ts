import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openDatabase } from '@tenon/db';
import { registerHealth } from '@tenon/http';
import { createMetrics, type Log, type Shutdown } from '@tenon/runtime';
import { ApiModule } from './app.module.js';
import type { ApiEnv } from './env.js';
import { createLiveListener } from './wiring/live-listener.js';

const LARGEST_BODY = 1_000_000;

/** Starts the api and gives the port it listens on. Everything it opens is closed by `shutdown`. */
export async function startApi(env: ApiEnv, log: Log, shutdown: Shutdown): Promise<{ port: number; app: NestFastifyApplication }> {
  const database = openDatabase({ databaseUrl: env.DATABASE_URL, log, max: 20 });
  shutdown.add('database', () => database.close());
  const adapter = new FastifyAdapter({ trustProxy: 'loopback', bodyLimit: LARGEST_BODY });
  registerHealth(adapter.getInstance() as never, { ready: () => database.ping(), metrics: createMetrics('api') });
  // The schema exists only once Nest has built it, and subscriptions ask for it later still.
  const schema = () => app.get(GraphQLSchemaHost).schema;
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(ApiModule.register({ env, log, database, shutdown, schema }), adapter, { logger: false, abortOnError: false });
  await app.listen(env.API_PORT, '0.0.0.0');
  shutdown.add('api', () => app.close());
  const listener = createLiveListener(app, env.DATABASE_URL, log);
  await listener.start();
  shutdown.add('live listener', () => listener.close());
  const address = app.getHttpServer().address();
  return { app, port: typeof address === 'object' && address ? address.port : env.API_PORT };
}
