import { runAsProcess } from './commands/run-as-process.js';
import { verifyExport } from './exit/verify-export.js';

/** Checks a file that a company took along. Ends with 1 when it is not what the platform wrote. */
await runAsProcess(verifyExport);
