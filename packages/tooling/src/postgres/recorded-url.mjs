// @ts-check
import { readRecord } from './cluster-record.mjs';

/**
 * Where a role reaches the cluster of a data folder while another process runs it.
 * @param {string} dataDir
 * @param {string} role
 * @param {string} database
 * @returns {string | null} null where there is no cluster, or the role has no password there.
 */
export function recordedRoleUrl(dataDir, role, database) {
  const record = readRecord(dataDir);
  const password = record?.passwords[role];
  if (!record || !password) return null;
  return `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(password)}@127.0.0.1:${record.port}/${encodeURIComponent(database)}`;
}
