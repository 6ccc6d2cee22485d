import { verifyAudit } from './audit/verify-audit.js';
import { runAsProcess } from './commands/run-as-process.js';

/** Checks the audit trails of the database that DATABASE_URL names, or an exported one. Ends with 1 when one is not whole. */
await runAsProcess(verifyAudit);
