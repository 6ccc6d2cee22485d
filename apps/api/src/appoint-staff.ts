import { runAsProcess } from './commands/run-as-process.js';
import { appointStaff } from './staff/appoint-staff.js';

/** Appoints somebody of the platform office, on the database that DATABASE_URL names, and says how they sign in. */
await runAsProcess(appointStaff);
