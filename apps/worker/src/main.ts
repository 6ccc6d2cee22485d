import 'reflect-metadata';
import { createLog, Shutdown, watchForFaults } from '@tenon/runtime';
import { readWorkerEnv } from './env.js';
import { startWorker } from './start-worker.js';

const env = readWorkerEnv();
const log = createLog({ name: 'worker', level: env.LOG_LEVEL });
watchForFaults(log);
const shutdown = new Shutdown(log);
shutdown.listen(env.TENON_SUPERVISED === '1');
const { port } = await startWorker(env, log, shutdown);
log.info('worker.started', { port });
