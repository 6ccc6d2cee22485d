// @ts-check
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
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

const REMOVE = "require('node:fs').rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 5 })";

/**
 * Removes the folder opened last, by a process that nobody waits for: the databases of the integration tests are a hundred thousand files,
 * which take ten seconds, in which what comes next can begin.
 */
export function removeScratch() {
  const last = opened.pop();
  if (!last) return;
  putTemporaryFiles(last.before);
  spawn(process.execPath, ['-e', REMOVE, last.folder], { cwd: last.before, detached: true, stdio: 'ignore', windowsHide: true }).unref();
}
