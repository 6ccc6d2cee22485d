// @ts-check
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatDuration } from '../cli/duration.mjs';
import { environment } from '../cli/env.mjs';
import { installPackages } from '../cli/install.mjs';
import { Problem } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { inNamespaces, ownNamespaces, requireOwnNamespaces } from './namespaces.mjs';
import { PROOFS } from './proofs/index.mjs';

/**
 * What a proof is given.
 * @typedef {object} ProofContext
 * @property {string} work A folder of its own, removed afterwards; root's, and open to enter.
 * @property {readonly string[]} args What followed its name.
 * @property {(line: string) => void} say
 *
 * @typedef {object} Proof
 * @property {string} title What it shows.
 * @property {boolean} isAlone Runs with a network and mounts of its own, so that it may take any port and change what it likes.
 * @property {(context: ProofContext) => Promise<void>} show Throws where it does not hold.
 */

const HELP = `Shows that the set-up holds on machines unlike this one. Needs root on Linux, and minutes; nothing outside a proof's own folder changes.

  npm run proof -- <name> [its arguments]

`;
const INSIDE = '--inside';

/** @param {readonly string[]} args */
export async function run(args) {
  const terminal = createTerminal({ env: environment() });
  const [name = '', ...rest] = args;
  const proof = PROOFS.get(name);
  if (!proof) return terminal.say(HELP + [...PROOFS].map(([each, { title }]) => `  ${each.padEnd(22)}${title}`).join('\n'));
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Problem('Proofs need root on Linux: they start the platform as other users and in namespaces of their own.');
  const isInside = rest[0] === INSIDE;
  if (proof.isAlone && !isInside) return goInside([name, INSIDE, ownNamespaces(), ...rest], terminal);
  if (isInside) requireOwnNamespaces(rest[1]);
  await show(name, proof, isInside ? rest.slice(2) : rest, terminal);
}

/**
 * A proof that runs alone can reach no registry: its packages are there before.
 * @param {readonly string[]} args
 * @param {import('../cli/terminal.mjs').Terminal} terminal
 */
async function goInside(args, terminal) {
  await installPackages({ folders: [REPOSITORY], step: terminal.step('Packages') });
  process.exitCode = await inNamespaces(args);
}

/**
 * @param {string} name
 * @param {Proof} proof
 * @param {readonly string[]} args
 * @param {import('../cli/terminal.mjs').Terminal} terminal
 */
async function show(name, proof, args, terminal) {
  const startedAt = Date.now();
  const work = mkdtempSync(path.join(tmpdir(), `tenon-proof-${name}-`));
  try {
    await proof.show({ work, args, say: (line) => terminal.say(`  ${line}`) });
    terminal.say(`✓ ${name}: ${proof.title} (${formatDuration(Date.now() - startedAt)})`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
