import { createLog, Shutdown } from '@tenon/runtime';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { envSchema } from '../env.js';
import { startWorker } from '../start-worker.js';

/** A real worker. */
export interface TestWorker {
  /** Of its health page. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the worker as its main file does, by default on a free port. */
export async function testWorker(databaseUrl: string, port = 0): Promise<TestWorker> {
  const log = createLog({ name: 'worker', level: 'silent' });
  const shutdown = new Shutdown(log);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-worker-'));
  const env = envSchema.parse({ DATABASE_URL: databaseUrl, TENON_SECRET: 'ab'.repeat(32), WORKER_PORT: String(port), NODE_ENV: 'test', TENON_DATA_DIR: dataDir });
  const started = await startWorker(env, log, shutdown);
  return { url: `http://127.0.0.1:${started.port}`, close: () => shutdown.run() };
}
