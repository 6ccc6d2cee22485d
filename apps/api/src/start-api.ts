import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance } from 'fastify';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openDatabase, type Listener } from '@tenon/db';
import { letGoWhenClosing, patience, registerHealth } from '@tenon/http';
import { invalid } from '@tenon/kernel';
import { PrincipalResolver } from '@tenon/nest';
import { ReadBackups } from '@tenon/office/api';
import { createMetrics, notingFaults, RefusalCount, type Log, type Shutdown } from '@tenon/runtime';
import { ApiModule } from './app.module.js';
import type { ApiEnv } from './env.js';
import { armor } from './graphql/limits.js';
import { SessionWatch } from './graphql/session-watch.js';
import { serveSockets } from './graphql/socket-server.js';
import { subscriptionOptions } from './graphql/subscriptions.js';
import { exposeBackups } from './wiring/expose-backups.js';
import { createLiveListener } from './wiring/live-listener.js';

const LARGEST_BODY = 1_000_000;
/** Doors that take a file as it is; each says itself which are too large for it. */
const FILE_DOORS = new Set(['/api/company/upload-logo', '/api/devices/check-import', '/api/devices/import']);
const LARGEST_FILE = 5_001_000;
/** The door that takes files of gigabytes, part by part, as they come. */
const STREAM_DOORS = new Set(['/api/history/upload', '/api/ota/upload']);

/** What a test may choose. */
export interface ApiChoices {
  /** How often those who follow something are looked at again. */
  readonly lookEveryMs?: number;
}

/** Starts the api and gives the port it listens on. Everything it opens is closed by `shutdown`. */
export async function startApi(env: ApiEnv, output: Log, shutdown: Shutdown, choices: ApiChoices = {}): Promise<{ port: number; app: NestFastifyApplication }> {
  const database = openDatabase({ databaseUrl: env.DATABASE_URL, log: output, max: 20 });
  const log = notingFaults(output, (fault) => database.health.fault(fault));
  shutdown.add('database', () => database.close());
  const metrics = createMetrics('api');
  const refusals = new RefusalCount(metrics);
  const adapter = new FastifyAdapter({ ...patience(), trustProxy: env.TRUSTED_PROXIES, bodyLimit: LARGEST_BODY });
  letGoWhenClosing(adapter.getInstance() as never);
  registerHealth(adapter.getInstance() as never, { ready: () => database.ping(), metrics });
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(ApiModule.register({ env, log, database, shutdown, refusals }), adapter, { logger: false, abortOnError: false, rawBody: true });
  takeFiles(app);
  await app.init();
  exposeBackups(metrics, app.get(ReadBackups, { strict: false }));
  shutdown.add('api', () => app.close());
  const listener = serveLive(app, { env, log, shutdown, refusals, choices });
  await app.listen(env.API_PORT, '0.0.0.0');
  // Last, as it waits for a database that is away or recovers yet; our pages say so meanwhile.
  await listener.start();
  const address = app.getHttpServer().address();
  return { app, port: typeof address === 'object' && address ? address.port : env.API_PORT };
}

/** Files as they are, at the doors that take any; elsewhere there is no such body. */
function takeFiles(app: NestFastifyApplication): void {
  app.useBodyParser('application/octet-stream', { bodyLimit: LARGEST_FILE }, (request, body, done) => {
    if (FILE_DOORS.has(request.url?.split('?', 1)[0] ?? '')) done(null, body);
    else done(invalid('HTTP.BAD_REQUEST', 'No file is taken here.'));
  });
  // Without Nest, which would gather it in memory first.
  (app.getHttpAdapter().getInstance() as FastifyInstance).addContentTypeParser('application/offset+octet-stream', (request, payload, done) => {
    if (STREAM_DOORS.has(request.url.split('?', 1)[0] ?? '')) done(null, payload);
    else done(invalid('HTTP.BAD_REQUEST', 'No file is taken here.'));
  });
}

interface LiveParts {
  readonly env: ApiEnv;
  readonly log: Log;
  readonly shutdown: Shutdown;
  readonly refusals: RefusalCount;
  readonly choices: ApiChoices;
}

/** Subscriptions, who follows them, and what will hear what other processes tell. */
function serveLive(app: NestFastifyApplication, { env, log, shutdown, refusals, choices }: LiveParts): Listener {
  const everyMs = choices.lookEveryMs;
  const watch = new SessionWatch({ principals: app.get(PrincipalResolver, { strict: false }), log, ...(everyMs === undefined ? {} : { everyMs }) });
  watch.start();
  shutdown.add('session watch', () => watch.stop());
  const { schema } = app.get(GraphQLSchemaHost);
  shutdown.add('subscriptions', serveSockets(app.getHttpServer(), subscriptionOptions({ log, refusals, rules: armor().validationRules, schema, watch }), log));
  const listener = createLiveListener(app, { databaseUrl: env.DATABASE_URL, log, watch });
  shutdown.add('live listener', () => listener.close());
  return listener;
}
