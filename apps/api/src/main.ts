import 'reflect-metadata';
import { createLog, Shutdown, watchForFaults } from '@tenon/runtime';
import { readApiEnv } from './env.js';
import { startApi } from './start-api.js';

const env = readApiEnv();
const log = createLog({ name: 'api', level: env.LOG_LEVEL });
watchForFaults(log);
const shutdown = new Shutdown(log);
shutdown.listen(env.TENON_SUPERVISED === '1');
const { port } = await startApi(env, log, shutdown);
log.info('api.started', { port });
