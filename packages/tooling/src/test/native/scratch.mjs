// @ts-check
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { putTemporaryFiles } from '../../cli/env.mjs';

/** @type {{ folder: string, before: string }[]} one a project of the run */
const opened = [];

/**
 * Gives a run of tests a temporary folder of its own: what it and its workers put there goes with it, whoever forgot to remove it.
 * PostgreSQL's account, which is another one where tests run as root, may pass through.
 */
export function openScratch() {
  const before = tmpdir();
  const folder = mkdtempSync(path.join(before, 'tenon-run-'));
  chmodSync(folder, 0o711);
  putTemporaryFiles(folder);
  opened.push({ folder, before });
}

/** Removes the folder opened last. */
export function removeScratch() {
  const last = opened.pop();
  if (!last) return;
  putTemporaryFiles(last.before);
  rmSync(last.folder, { recursive: true, force: true, maxRetries: 5 });
}
