import { runAsProcess } from './commands/run-as-process.js';
import { readApiEnv } from './env.js';
import { signingKey } from './exit/signing-key.js';

/** Lists the keys with which the platform signs, makes the next or retires one, in the database that DATABASE_URL names. */
await runAsProcess((context) => signingKey(context, readApiEnv));
