/** Audit trails: the form over which an entry is hashed, and whether a chain of entries holds. */
export { auditForm, type AuditEntry } from './audit-form.js';
export { ChainCheck, GENESIS_HASH, type ChainAnchor, type ChainFault, type Sha256 } from './chain-check.js';
export { exportLine, readExportLine } from './export-line.js';
