// @ts-check
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { readRecord, writeRecord } from '../postgres/cluster-record.mjs';

/** The lock that whoever sets aside holds stays where it is. */
const STAYS = 'supervisor.lock';

/**
 * Moves all that a data folder holds into another beside it, database and all, as it can be started again from there.
 * @param {{ dataDir: string, now?: Date, say: (line: string) => void }} wanted The caller holds the folder.
 * @returns {Promise<string>} The folder.
 */
export async function setAside({ dataDir, now = new Date(), say }) {
  const stamp = now.toISOString().replaceAll(/[^0-9]/g, '').slice(0, 14);
  const aside = `${dataDir}-before-restore-${stamp}`;
  mkdirSync(aside, { mode: 0o755 });
  const record = readRecord(dataDir);
  for (const name of readdirSync(dataDir)) if (name !== STAYS) renameSync(path.join(dataDir, name), path.join(aside, name));
  // A database that PostgreSQL's account could not be let at in the data folder lies elsewhere, by the folder's name.
  if (record && path.isAbsolute(record.clusterDir)) {
    const home = path.dirname(record.clusterDir);
    renameSync(home, `${home}-before-restore-${stamp}`);
    await writeRecord(aside, { ...record, clusterDir: path.join(`${home}-before-restore-${stamp}`, path.basename(record.clusterDir)) });
  }
  say(`What was there is set aside in ${aside}; delete it when you do not need it.`);
  return aside;
}
