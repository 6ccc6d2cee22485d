import { runAsProcess } from './commands/run-as-process.js';
import { rotateKeys } from './secrets/rotate-keys.js';

/** Seals every secret at rest anew, in the database that DATABASE_URL names. Ends with 1 when one stayed as it was. */
await runAsProcess(rotateKeys);
