/** What integration tests stand on: a real PostgreSQL, and two companies that must not meet. */
export * from './age-trail.js';
export { codeOf } from './authenticator.js';
export * from './chat-server.js';
export * from './database-of-before.js';
export * from './database-way.js';
export * from './forget-company.js';
export { readClickHouseUrl } from './env.js';
export * from './free-port.js';
export * from './hold-machines.js';
export * from './name-server.js';
export * from './openid-provider.js';
export * from './soft-passkey.js';
export * from './stripe-server.js';
export * from './test-database.js';
export * from './test-mail-server.js';
export * from './test-redis.js';
export * from './watch-outbox.js';
export * from './trail-of.js';
