/** The one door to the database, and the exit that is counted. */
export { databaseUnavailable, isDatabaseAway, isDatabaseFull, onceDatabaseIsBack } from './away.js';
export { openDatabase, ping, SystemDb, TenantDb, type Database, type DatabaseOptions } from './database.js';
export { HealthLedger, type TimedKind } from './health-ledger.js';
export { Listener, type ListenerOptions } from './listener.js';
export { createPool, roleConfig, type DatabaseRole, type PoolOptions } from './pools.js';
export { isUniqueViolation, sqlFault } from './sql-state.js';
export { SystemTx } from './system-tx.js';
export { TenantTx } from './tenant-tx.js';
export type { Transaction } from './transaction.js';
export { Prisma } from './generated/prisma/client.js';
