import { NestFactory } from '@nestjs/core';
import { EVENTS } from '@tenon/contracts/events';
import { JOBS } from '@tenon/contracts/jobs';
import { onceDatabaseIsBack, openDatabase, type Database } from '@tenon/db';
import { SimulatorKey } from '@tenon/devices/worker';
import { registerHealth, type HealthOptions } from '@tenon/http';
import { unavailable } from '@tenon/kernel';
import { ListFirstParty } from '@tenon/marketplace/worker';
import { JobRunner } from '@tenon/queue';
import { createMetrics, deriveKey, notingFaults, type Log, type Registry, type Shutdown } from '@tenon/runtime';
import { fastify } from 'fastify';
import { simulatorBrokerUrl, type WorkerEnv } from './env.js';
import { providerInstances } from './provider-instances.js';
import { Simulator } from './simulator/simulator.js';
import { WorkerModule } from './worker.module.js';

/** Starts the worker and gives the port of its health page. Everything it opens is closed by `shutdown`. */
export async function startWorker(env: WorkerEnv, output: Log, shutdown: Shutdown): Promise<{ port: number }> {
  const database = openDatabase({ databaseUrl: env.DATABASE_URL, log: output, max: 8 });
  const log = notingFaults(output, (fault) => database.health.fault(fault));
  shutdown.add('database', () => database.close());
  const metrics = createMetrics('worker');
  const running: { jobs?: JobRunner } = {};
  const ready = async (): Promise<void> => {
    await database.ping();
    if (!running.jobs) throw unavailable('WORKER.STARTING', 'The worker is not ready for jobs yet.');
    await running.jobs.ping();
  };
  const port = await serveHealth(env, { ready, metrics }, shutdown);
  // It may be away, or recover yet; the health page says so meanwhile.
  await onceDatabaseIsBack(() => database.ping(), log);
  const parts = { env, log, shutdown, database };
  const jobs = await startJobs(parts, metrics);
  await startSimulator(parts);
  running.jobs = jobs;
  return { port };
}

interface WorkerParts {
  readonly env: WorkerEnv;
  readonly log: Log;
  readonly shutdown: Shutdown;
  readonly database: Database;
}

async function startJobs({ env, log, shutdown, database }: WorkerParts, metrics: Registry): Promise<JobRunner> {
  const app = await NestFactory.createApplicationContext(WorkerModule.register({ database, log }, env), { logger: false, abortOnError: false });
  shutdown.add('worker', () => app.close());
  await app.get(ListFirstParty, { strict: false }).execute();
  const runner = await JobRunner.start({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, system: database.system, catalogue: [...JOBS, ...EVENTS], instances: providerInstances(app), log, metrics, timed: (job, ms) => database.health.timed('job', job, ms) });
  shutdown.add('jobs', () => runner.close());
  return runner;
}

async function startSimulator({ env, log, shutdown, database }: WorkerParts): Promise<void> {
  const simulator = new Simulator({
    databaseUrl: env.DATABASE_URL,
    system: database.system,
    key: new SimulatorKey(deriveKey(env.TENON_SECRET, 'simulator')),
    brokerUrl: simulatorBrokerUrl(env),
    intervalMs: env.SIMULATOR_INTERVAL_MS,
    log,
  });
  shutdown.add('simulator', () => simulator.close());
  await simulator.start();
}

async function serveHealth(env: WorkerEnv, health: HealthOptions, shutdown: Shutdown): Promise<number> {
  const server = fastify();
  registerHealth(server, health);
  await server.listen({ port: env.WORKER_PORT, host: '0.0.0.0' });
  shutdown.add('health', () => server.close());
  const address = server.server.address();
  return typeof address === 'object' && address ? address.port : env.WORKER_PORT;
}
