/** What every process needs before it can do anything: environment, log, metrics, shutdown, secrets at rest, calls to where people point. */
export * from './env.js';
export * from './fanout.js';
export * from './faults.js';
export * from './keys.js';
export * from './log.js';
export * from './metrics.js';
export * from './noting-faults.js';
export { AllowedHosts } from './outgoing/allowed-hosts.js';
export { OutgoingHttp, type OutgoingAnswer } from './outgoing/outgoing-http.js';
export * from './prompt-end.js';
export * from './refusal-count.js';
export * from './repeated-work.js';
export * from './shutdown.js';
export { masterKeys } from './vault/master-keys.js';
export { PLATFORM_VERSION } from './version.js';
export { Vault, type SecretPlace } from './vault/vault.js';
