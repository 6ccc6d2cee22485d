import { createLog, createMetrics, Shutdown } from '@tenon/runtime';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestApi } from './test-api.js';

/** Named at run time: apps know nothing of each other, and this asks whether together they keep what each promises. */
const appFile = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

interface GatewayModule {
  startGateway(options: object): Promise<{ readonly mqttPort: number; readonly httpPort: number; drained(): Promise<void>; close(): Promise<void> }>;
}

interface WorkerModules {
  startWorker(env: object, log: object, shutdown: Shutdown): Promise<unknown>;
  readonly envSchema: { parse(env: object): object };
}

/** The gateway and the worker, on the database of an api under test. */
export interface OtherProcesses {
  readonly mqttPort: number;
  readonly httpPort: number;
  /** Resolves when all the gateway took is committed, or written down as refused. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

/** Starts both as their main files do, on free ports. */
export async function otherProcesses({ database }: TestApi, settings: Readonly<Record<string, string>> = {}): Promise<OtherProcesses> {
  const log = createLog({ name: 'test', level: 'silent' });
  const { startGateway } = (await import(appFile('gateway/src/gateway.ts'))) as GatewayModule;
  const { startWorker } = (await import(appFile('worker/src/start-worker.ts'))) as Pick<WorkerModules, 'startWorker'>;
  const { envSchema } = (await import(appFile('worker/src/env.ts'))) as Pick<WorkerModules, 'envSchema'>;
  const gateway = await startGateway({ databaseUrl: database.databaseUrl, mqttPort: 0, httpPort: 0, gatewayId: 'test', connectsPerMinute: 100_000, log, registry: createMetrics('gateway') });
  const shutdown = new Shutdown(log);
  const env = { DATABASE_URL: database.databaseUrl, TENON_SECRET: 'ab'.repeat(32), WORKER_PORT: '0', MQTT_PORT: String(gateway.mqttPort), NODE_ENV: 'test', ...settings };
  await startWorker(envSchema.parse({ ...env, TENON_DATA_DIR: mkdtempSync(path.join(tmpdir(), 'tenon-worker-')) }), log, shutdown);
  return {
    mqttPort: gateway.mqttPort,
    httpPort: gateway.httpPort,
    drained: () => gateway.drained(),
    close: async () => {
      await shutdown.run();
      await gateway.close();
    },
  };
}
